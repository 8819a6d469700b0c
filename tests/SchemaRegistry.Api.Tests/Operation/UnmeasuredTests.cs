using System.Text.Json;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Operation;

/// <summary>The registry as <c>-p:InstrumentationEnabled=false</c> builds it.</summary>
public sealed class UnmeasuredTests
{
    [Fact]
    [Trait("Telemetry", "Exact")]
    public async Task Registry_BuiltToMeasureNothing_DoesAllItDoes()
    {
        using var built = new TemporaryFolder();
        // One node: others may come from another build, and end with that.
        var (exitCode, lines) = await Tool.RunAsync(
            "dotnet", string.Empty, "build", Path.Combine(Repository.Root, "src", "SchemaRegistry.Api"), "-c", "Release", "-v", "q", "--nologo", "-m:1", "-nodeReuse:false", "-p:InstrumentationEnabled=false", $"-p:ArtifactsPath={built.Path}");
        Assert.True(exitCode == 0, string.Join('\n', lines));
        var assembly = Path.Combine(built.Path, "bin", "SchemaRegistry.Api", "release", "SchemaRegistry.Api.dll");

        using var folder = new TemporaryFolder();
        await using var server = await RegistryProcess.StartAsync(folder.Path, assembly, environment: null, "--urls", "http://127.0.0.1:0");
        await Traffic.SendAsync(server.Registry);
        (await server.Registry.PostAsync("/compatibility/subjects/traffic-json/versions/latest", RegistryClient.Body("""{"type":"array"}""", "JSON"))).Ok();
        (await server.Registry.DeleteAsync("/subjects/traffic-avro")).Ok();

        await server.WaitForLineAsync("Calls are measured: off;");
        var families = await Scrape.FamiliesAsync(server.Registry);
        Assert.True(families["schema_registry_http_requests_total"].Total() > 0);
        Assert.DoesNotContain(families.Keys, static name => name is "call_duration_seconds" || name.StartsWith("schema_registry_db_", StringComparison.Ordinal) || name.StartsWith("kafka_", StringComparison.Ordinal));
        Assert.All(server.Lines, static line => JsonElement.Parse(line));
    }
}
