using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Rest;

public sealed class SwaggerTests(RegistryServer server) : IClassFixture<RegistryServer>
{
    [Fact]
    public async Task Document_OfTheApi_HasEveryRouteWithItsParametersBodyAndAnswer()
    {
        var document = (await server.Registry.GetAsync("/openapi/v1.json")).Ok();
        var paths = document.GetProperty("paths");

        foreach (var path in (string[])[
            "/subjects", "/subjects/{subject}", "/subjects/{subject}/versions", "/subjects/{subject}/versions/{version}", "/schemas", "/schemas/ids/{id}",
            "/schemas/guids/{guid}/ids", "/compatibility/subjects/{subject}/versions/{version}", "/config/{subject}", "/mode", "/contexts", "/v1/metadata/id",
            "/api/v1/schemas/{id}", "/api/v1/search", "/api/v1/compatibility/check"])
        {
            Assert.True(paths.TryGetProperty(path, out _), path);
        }

        foreach (var path in paths.EnumerateObject())
        {
            var wanted = path.Name.Split('/').Where(static part => part.StartsWith('{')).Select(static part => part[1..^1]).Order(StringComparer.Ordinal);
            foreach (var operation in path.Value.EnumerateObject())
            {
                var declared = operation.Value.TryGetProperty("parameters", out var parameters)
                    ? parameters.EnumerateArray().Where(static parameter => parameter.GetProperty("in").GetString() == "path").Select(static parameter => parameter.GetProperty("name").GetString())
                    : [];
                Assert.Equal(wanted, declared.Order(StringComparer.Ordinal));
            }
        }

        var register = paths.GetProperty("/subjects/{subject}/versions").GetProperty("post");
        Assert.True(register.GetProperty("requestBody").GetProperty("content").TryGetProperty("application/vnd.schemaregistry.v1+json", out _));
        Assert.True(register.GetProperty("responses").GetProperty("200").GetProperty("content").TryGetProperty("application/json", out _));
        Assert.True(paths.GetProperty("/api/v1/search").GetProperty("post").GetProperty("responses").GetProperty("default").GetProperty("content")
            .TryGetProperty("application/problem+json", out _));
    }

    [Fact]
    public async Task Page_InABrowser_ShowsTheOperations()
    {
        using var profile = new TemporaryFolder();
        var (exitCode, lines) = await Tool.RunAsync(
            "chromium",
            string.Empty,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            $"--user-data-dir={profile.Path}",
            "--virtual-time-budget=60000",
            "--dump-dom",
            new Uri(server.Registry.Http.BaseAddress!, "swagger/index.html").ToString());

        var page = string.Join('\n', lines);
        Assert.True(exitCode == 0, page);
        Assert.Contains("data-path=\"/subjects/{subject}/versions\"", page, StringComparison.Ordinal);
        Assert.Contains("data-path=\"/api/v1/search\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Failed to load", page, StringComparison.Ordinal);
    }
}
