using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Instrumentation.AspNetCore.Tests.Logging;

/// <summary>What arrives at the other end of a process's console when many threads write, some of them what an attacker would.</summary>
public sealed class ConsoleLoadTests
{
    [Fact]
    public async Task Lines_OfManyWriters_AreEachOneObject_AndNoneIsForged()
    {
        using var process = System.Diagnostics.Process.Start(new ProcessStartInfo("dotnet", [typeof(LineWriter).Assembly.Location]) { RedirectStandardOutput = true })!;
        using var output = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(output);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);

        // The bytes as they came through the pipe: nothing but a line feed ends a line.
        var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(output.GetBuffer(), 0, (int)output.Length);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        var lines = text[..^1].Split('\n');
        Assert.Equal(LineWriter.Lines, lines.Length);
        var seen = new bool[LineWriter.Lines];
        foreach (var line in lines)
        {
            var json = JsonElement.Parse(line);
            Assert.Equal("Load", json.GetProperty("target").GetString());
            var fields = json.GetProperty("fields");
            var number = fields.GetProperty("Number").GetInt32();
            Assert.False(seen[number], $"{number} came twice.");
            seen[number] = true;
            Assert.Equal($"{number}", json.GetProperty("correlation_id").GetString());
            Assert.NotEqual("forged", json.GetProperty("message").GetString());
            var expected = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(LineWriter.Value(number)));
            Assert.Equal(expected, fields.GetProperty("Value").GetString());
            Assert.Equal($"{number} says {expected}", json.GetProperty("message").GetString());
        }

        Assert.DoesNotContain(false, seen);
    }
}
