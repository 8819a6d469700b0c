using System.Text;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests;

public sealed class NegotiationTests(RegistryServer server) : IClassFixture<RegistryServer>
{
    private readonly RegistryClient _registry = server.Registry;

    [Theory]
    [InlineData(null, "application/vnd.schemaregistry.v1+json")]
    [InlineData("*/*", "application/vnd.schemaregistry.v1+json")]
    [InlineData("application/*", "application/vnd.schemaregistry.v1+json")]
    [InlineData("application/json", "application/json")]
    [InlineData("Application/JSON; q=0.3", "application/json")]
    [InlineData("application/vnd.schemaregistry+json", "application/vnd.schemaregistry+json")]
    [InlineData("application/vnd.schemaregistry.v1+json, application/vnd.schemaregistry+json, application/json", "application/vnd.schemaregistry.v1+json")]
    [InlineData("application/json, */*;q=0.1", "application/json")]
    [InlineData("text/html, application/json;q=0.9", "application/json")]
    public async Task Accept_OfOurTypes_DecidesTheAnswersType(string? accept, string expected)
    {
        var answer = await GetAsync("/subjects", accept);

        answer.Ok();
        Assert.Equal(expected, answer.ContentHeaders.ContentType?.ToString());
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/xml, text/*")]
    [InlineData("application/json;q=0")]
    [InlineData("nonsense")]
    public async Task Accept_OfOtherTypes_IsRefused(string accept) =>
        (await GetAsync("/subjects", accept)).Refused(406, 406, "HTTP 406 Not Acceptable");

    [Theory]
    [InlineData("/metrics")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Accept_ForProbesAndMetrics_IsNotLookedAt(string path) =>
        Assert.Equal(200, (int)(await GetAsync(path, "text/html")).Status);

    [Theory]
    [InlineData(null)]
    [InlineData("application/json")]
    [InlineData("application/json; charset=UTF-8")]
    [InlineData("application/vnd.schemaregistry+json")]
    [InlineData("application/vnd.schemaregistry.v1+json")]
    [InlineData("application/octet-stream")]
    public async Task ContentType_OfOurTypes_IsRead(string? type) =>
        (await PostAsync(type)).Ok();

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    public async Task ContentType_OfOtherTypes_IsRefused(string type) =>
        (await PostAsync(type)).Refused(415, 415, "HTTP 415 Unsupported Media Type");

    private Task<RegistryAnswer> PostAsync(string? type) =>
        _registry.SendAsync(HttpMethod.Post, "/subjects/negotiated/versions", Encoding.UTF8.GetBytes(RegistryClient.Body("\"string\"")), type);

    private Task<RegistryAnswer> GetAsync(string path, string? accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        return _registry.SendAsync(request);
    }
}
