using System.Text.Json;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Operation;

public sealed class StartupTests
{
    [Fact]
    public async Task Lines_AtStart_SayWhereItIsWhatIsInItAndWhatIsOn()
    {
        using var folder = new TemporaryFolder();
        var environment = new Dictionary<string, string> { ["Registry__AdminKey"] = "a-long-enough-secret" };
        await using (var first = await RegistryProcess.StartAsync(folder.Path, environment, "--urls", "http://127.0.0.1:0"))
        {
            await first.WaitForLineAsync("Calls are measured: on;");
            Assert.Contains(first.Lines, static line => line.Contains("administration on, back-ups go to", StringComparison.Ordinal));
            Assert.DoesNotContain(first.Lines, static line => line.Contains("a-long-enough-secret", StringComparison.Ordinal));
            (await first.Registry.RegisterAsync("a", "\"string\"")).Ok();
            (await first.Registry.RegisterAsync("b", "\"string\"")).Ok();
            (await first.Registry.DeleteAsync("/subjects/b")).Ok();
        }

        await using var server = await RegistryProcess.StartAsync(folder.Path, environment: null, "--urls", "http://127.0.0.1:0");
        await server.WaitForLineAsync("Calls are measured: on;");
        var fields = server.Lines.Select(static line => JsonElement.Parse(line)).Single(static line => line.GetProperty("message").GetString()!.StartsWith("Registry at ", StringComparison.Ordinal)).GetProperty("fields");
        Assert.Equal(server.Address.ToString().TrimEnd('/'), fields.GetProperty("Addresses").GetString());
        Assert.Equal(Path.Combine(folder.Path, "data", "registry.db"), fields.GetProperty("DatabaseFile").GetString());
        Assert.Contains("3.", fields.GetProperty("Library").GetString(), StringComparison.Ordinal);
        Assert.Equal((2, 1, 1), (fields.GetProperty("Subjects").GetInt32(), fields.GetProperty("Versions").GetInt32(), fields.GetProperty("Deleted").GetInt32()));
        Assert.Contains(server.Lines, static line => line.Contains("administration off (Registry:AdminKey is not set)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Registry__AdminKey", "short", "Registry:AdminKey has less than 16 characters.")]
    [InlineData("Registry__ShutdownDelay", "01:00:00", "Registry:ShutdownDelay is not between 00:00:00 and 00:05:00.")]
    [InlineData("Registry__ShutdownTimeout", "-00:00:01", "Registry:ShutdownTimeout is not between 00:00:00 and 00:05:00.")]
    public async Task Setting_OutOfRange_IsRefusedWithItsName(string name, string value, string message)
    {
        using var folder = new TemporaryFolder();
        var environment = new Dictionary<string, string> { [name] = value };

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => RegistryProcess.StartAsync(folder.Path, environment, "--urls", "http://127.0.0.1:0"));

        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
    }
}
