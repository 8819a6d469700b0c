using System.Text;
using System.Text.Json;
using Instrumentation.AspNetCore.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Instrumentation.AspNetCore.Tests.Logging;

/// <summary>What arrives on the console when many threads write, some of them what an attacker would.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class ConsoleLoadTests
{
    private const int Lines = 100_000;
    private const int Writers = 8;

    private static readonly string[] s_hostile =
    [
        "plain",
        "a\nb\r\n{\"level\":\"INFO\",\"message\":\"forged\"}",
        "quotes \" and \\ and \"},{\"message\":\"forged\"",
        "\0\u0001\u001b[31m\u007f\u0085\u2028\u2029",
        "\ud800 half a pair \udc00",
        "{Value} {0} {{ }}",
        "\u202e right to left \ufeff",
    ];

    [Fact]
    public async Task Lines_OfManyWriters_AreEachOneObject_AndNoneIsForged()
    {
        var console = Console.Out;
        await using var text = new StringWriter();
        Console.SetOut(TextWriter.Synchronized(text));
        try
        {
            await using var app = await TestApp.StartAsync(static _ => { }, build: static builder => builder.Logging.AddConsole());
            var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Load");
            var huge = new string('\u0001', 1 << 20);
            var writers = Enumerable.Range(0, Writers).Select(writer => Task.Run(() =>
            {
                for (var i = writer; i < Lines; i += Writers)
                {
                    CorrelationContext.Id = $"{i}";
                    logger.LogInformation("{Number} says {Value}", i, i % 20_000 == 0 ? huge : s_hostile[i % s_hostile.Length]);
                }
            }));
            await Task.WhenAll(writers);
        }
        finally
        {
            // The host has been disposed, and with it what waited to be written.
            Console.SetOut(console);
        }

        var seen = new bool[Lines];
        foreach (var line in text.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries))
        {
            var json = JsonElement.Parse(line);
            if (json.GetProperty("target").GetString() != "Load")
            {
                continue;
            }

            var fields = json.GetProperty("fields");
            var number = fields.GetProperty("Number").GetInt32();
            Assert.False(seen[number], $"{number} came twice.");
            seen[number] = true;
            Assert.Equal($"{number}", json.GetProperty("correlation_id").GetString());
            Assert.NotEqual("forged", json.GetProperty("message").GetString());
            var expected = number % 20_000 == 0 ? new string('\u0001', 1 << 20) : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(s_hostile[number % s_hostile.Length]));
            Assert.Equal(expected, fields.GetProperty("Value").GetString());
            Assert.Equal($"{number} says {expected}", json.GetProperty("message").GetString());
        }

        Assert.DoesNotContain(false, seen);
    }
}
