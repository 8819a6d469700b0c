using System.Text.Json;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests;

public sealed class ProcessTests
{
    private const string AnyPort = "http://127.0.0.1:0";

    [Fact]
    public async Task Data_WithoutSettings_LiesUnderTheCurrentDirectory()
    {
        using var folder = new TemporaryFolder();
        await using var server = await RegistryProcess.StartAsync(folder.Path, environment: null, "--urls", AnyPort);

        var file = Path.Combine(folder.Path, "data", "registry.db");
        Assert.True(File.Exists(file));
        Assert.Contains(server.Lines, line => line.Contains($"Schemas are stored in {file}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Data_DirectorySet_LiesThere()
    {
        using var folder = new TemporaryFolder();
        var elsewhere = Path.Combine(folder.Path, "else", "where");
        var environment = new Dictionary<string, string> { ["Registry__DataDirectory"] = elsewhere, ["ASPNETCORE_URLS"] = AnyPort };
        await using var server = await RegistryProcess.StartAsync(folder.Path, environment);

        Assert.True(File.Exists(Path.Combine(elsewhere, "registry.db")));
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "data")));
    }

    [Fact]
    public async Task Registrations_KilledAfterTheAnswer_AreAllThere()
    {
        using var folder = new TemporaryFolder();
        await using (var server = await RegistryProcess.StartAsync(folder.Path, environment: null, "--urls", AnyPort))
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => server.Registry.RegisterAsync($"s{i}", $$"""{"type":"int","doc":"{{i}}"}""")));
            Assert.All(answers, static answer => answer.Ok());
            (await server.Registry.PutAsync("/config/s1", """{"compatibility":"FULL"}""")).Ok();
            await server.KillAsync();
        }

        await using var again = await RegistryProcess.StartAsync(folder.Path, environment: null, "--urls", AnyPort);
        Assert.Equal(20, (await again.Registry.GetAsync("/subjects")).Ok().GetArrayLength());
        Assert.Equal("""{"compatibilityLevel":"FULL"}""", (await again.Registry.GetAsync("/config/s1")).Text);
        var next = (await again.Registry.RegisterAsync("s0", "\"long\"")).Ok();
        Assert.Equal((21, 2), (next.GetProperty("id").GetInt32(), next.GetProperty("version").GetInt32()));
    }

    [Fact]
    public async Task LogLines_OfRequests_AreJsonWithTheCorrelationId()
    {
        using var folder = new TemporaryFolder();
        var environment = new Dictionary<string, string> { ["Instrumentation__Health__CacheDuration"] = "00:00:00" };
        await using var server = await RegistryProcess.StartAsync(folder.Path, environment, "--urls", AnyPort);
        await GetAsync(server.Registry, "/subjects/none/versions", "id-one");
        await GetAsync(server.Registry, "/subjects", "quiet");
        await GetAsync(server.Registry, "/subjects/a%0Ab/versions", "id-two");
        await GetAsync(server.Registry, "/health/ready", "quiet");
        await GetAsync(server.Registry, "/metrics", "quiet");
        File.Delete(Path.Combine(folder.Path, "data", "registry.db"));
        await GetAsync(server.Registry, "/health/ready", "id-three");
        await GetAsync(server.Registry, "/nope", "id-four");

        await server.WaitForLineAsync("\"correlation_id\":\"id-four\"");
        var lines = server.Lines.Select(static line => JsonElement.Parse(line)).ToList();

        Assert.DoesNotContain(lines, static line => Id(line) == "quiet");
        var requests = lines.Where(static line => Id(line) is not null).ToList();
        // The check's failure, with its exception, and the answer of 503.
        Assert.Equal(["id-one", "id-two", "id-three", "id-three", "id-four"], requests.Select(Id));
        Assert.All(requests, static line => Assert.Matches("^[0-9a-f]{32}$", line.GetProperty("trace_id").GetString()));
        var fields = requests[0].GetProperty("fields");
        Assert.Equal(
            ("GET", "/subjects/{subject}/versions", 404), (fields.GetProperty("Method").GetString(), fields.GetProperty("Route").GetString(), fields.GetProperty("Status").GetInt32()));
        Assert.Equal("ERROR", requests[2].GetProperty("level").GetString());
        Assert.Contains("The database file is gone.", requests[2].GetProperty("exception").GetString(), StringComparison.Ordinal);
    }

    private static string? Id(JsonElement line) => line.TryGetProperty("correlation_id", out var id) ? id.GetString() : null;

    private static async Task GetAsync(RegistryClient registry, string path, string id)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("x-correlation-id", id);
        await registry.SendAsync(request);
    }
}
