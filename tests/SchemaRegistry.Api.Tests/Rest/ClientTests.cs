using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Rest;

/// <summary>Clients that others wrote and that people use, against the real server.</summary>
public sealed class ClientTests
{
    [Fact]
    public async Task Clients_OfOthers_RegisterLookUpEncodeAndDecodeEveryFormat()
    {
        var project = Path.Combine(Repository.Root, "tests", "SchemaRegistry.Clients");
        if (!Directory.Exists(Path.Combine(project, "node_modules")))
        {
            var (code, output) = await Tool.RunAsync("npm", string.Empty, "ci", "--prefix", project, "--ignore-scripts", "--no-audit", "--no-fund");
            Assert.True(code == 0, string.Join('\n', output));
        }

        using var folder = new TemporaryFolder();
        await using var server = await RegistryProcess.StartAsync(folder.Path, environment: null, "--urls", "http://127.0.0.1:0");
        var (exitCode, lines) = await Tool.RunAsync("node", string.Empty, Path.Combine(project, "run.js"), server.Address.ToString());

        Assert.True(exitCode == 0, string.Join('\n', lines));
        Assert.Equal(
            from client in new[] { "kafkajs", "confluent", "refusals" } from type in new[] { "AVRO", "JSON", "PROTOBUF" } select $"{client} {type} ok", lines);
    }
}
