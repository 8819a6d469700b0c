using System.Net;
using System.Text;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests;

public sealed class BadInputTests(RegistryServer server) : IClassFixture<RegistryServer>
{
    private const string Versions = "/subjects/bad/versions";

    private readonly RegistryClient _registry = server.Registry;

    [Theory]
    [InlineData("", 422, "The request has no body.")]
    [InlineData("null", 422, "The request body is null.")]
    [InlineData("{\"schema\":\"\\\"str", 400, "The request body is not JSON: line 1, column 17: Expected end of string, but instead reached end of data.")]
    [InlineData("{\n  \"schema\": x}", 400, "The request body is not JSON: line 2, column 13: 'x' is an invalid start of a value.")]
    [InlineData("[]", 422, "The request body has an unexpected value at $: line 1, column 2.")]
    [InlineData("{\n \"schema\": 5}", 422, "The request body has an unexpected value at $.schema: line 2, column 13.")]
    [InlineData("{\"schema\":\"1\",\"references\":[{\"version\":\"x\"}]}", 422, "The request body has an unexpected value at $.references[0].version: line 1, column 43.")]
    public async Task Body_NotAsExpected_IsRefusedSayingWhere(string body, int status, string message) =>
        (await _registry.PostAsync(Versions, body)).Refused(status, status, message);

    [Fact]
    public async Task Body_HalfASurrogatePair_IsRefused() =>
        Assert.Equal(422, (await _registry.PostAsync(Versions, """{"schema":"\ud800"}""")).ErrorCode);

    [Fact]
    public async Task Body_NotUtf8_IsRefused()
    {
        byte[] body = [.. "{\"schema\":\"\\\""u8, 0xC3, 0x28, .. "\\\"\"}"u8];

        (await _registry.SendAsync(HttpMethod.Post, Versions, body, RegistryClient.MediaType)).Refused(400, 400, "The request body is not valid UTF-8.");
    }

    [Fact]
    public async Task Body_NestedDeeply_IsRefused()
    {
        var deep = new string('[', 100_000);

        Assert.Equal(400, (await _registry.PostAsync(Versions, deep)).ErrorCode);
        Assert.Equal(400, (await _registry.PostAsync(Versions, "{\"metadata\":" + deep + new string(']', 100_000) + "}")).ErrorCode);
    }

    [Theory]
    [InlineData("AVRO")]
    [InlineData("JSON")]
    public async Task Schema_NestedDeeply_IsRefused(string type)
    {
        var items = string.Concat(Enumerable.Repeat("""{"type":"array","items":""", 100_000)) + "\"int\"" + new string('}', 100_000);

        (await _registry.RegisterAsync("deep", items, type)).Refused(
            422, 42201, $"Invalid {type} schema: line 1, column 4801: The maximum configured depth of 200 has been exceeded. Cannot read next JSON object.");
    }

    [Theory]
    [InlineData("AVRO", "{\"type\":\n  \"strin\"}", "Invalid AVRO schema: line 2, column 3: unknown type \"strin\"")]
    [InlineData("AVRO", "{\"type\":\"string\"} x", "Invalid AVRO schema: line 1, column 19: 'x' is invalid after a single JSON value. Expected end of data.")]
    [InlineData("AVRO", "\"ü\" \0", "Invalid AVRO schema: line 1, column 5: '0x00' is invalid after a single JSON value. Expected end of data.")]
    [InlineData("JSON", "\n[]", "Invalid JSON schema: line 2, column 1: a JSON Schema is an object or a boolean")]
    [InlineData("JSON", "{\"a\":1,}", "Invalid JSON schema: line 1, column 8: The JSON object contains a trailing comma at the end which is not supported in this mode. Change the reader options.")]
    public async Task Schema_Malformed_IsRefusedSayingWhereAndWhy(string type, string schema, string message) =>
        (await _registry.RegisterAsync("malformed", schema, type)).Refused(422, 42201, message);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Body_TooLarge_IsRefusedNamingTheLimit(bool chunked)
    {
        var body = new byte[50 * 1024 * 1024];
        Array.Fill(body, (byte)' ');
        var request = new HttpRequestMessage(HttpMethod.Post, Versions) { Content = new ByteArrayContent(body) };
        request.Headers.TransferEncodingChunked = chunked;

        var answer = await _registry.SendAsync(request);

        answer.Refused(413, 42209, "The schema is too large: a request body may have at most 10485760 bytes.");
        Assert.NotNull(answer.CorrelationId);
    }

    [Fact]
    public async Task Schema_OfMegabytes_IsRegistered()
    {
        var text = $$"""{"type":"string","doc":"{{new string('x', 9 * 1024 * 1024)}}"}""";

        (await _registry.RegisterAsync("large", text)).Ok();

        Assert.Equal(Encoding.UTF8.GetBytes(text), (await _registry.GetAsync("/subjects/large/versions/1/schema")).Bytes);
    }

    [Theory]
    [InlineData("/nope")]
    [InlineData("/subjects/a/b/c")]
    [InlineData("/subjects//versions")]
    [InlineData("/schemas/ids/x")]
    [InlineData("/schemas/ids/99999999999")]
    [InlineData("/healthy")]
    public async Task Route_Unknown_IsNotFoundWithTheErrorBody(string path) =>
        (await _registry.GetAsync(path)).Refused(404, 404, "HTTP 404 Not Found");

    [Theory]
    [InlineData("PATCH", "/config", "DELETE, GET, HEAD, PUT")]
    [InlineData("PUT", "/subjects", "GET, HEAD")]
    [InlineData("DELETE", "/schemas/types", "GET, HEAD")]
    [InlineData("POST", "/metrics", "GET")]
    public async Task Verb_Wrong_IsRefusedNamingTheRightOnes(string verb, string path, string allowed)
    {
        var answer = await _registry.SendAsync(new HttpRequestMessage(new HttpMethod(verb), path));

        answer.Refused(405, 405, "HTTP 405 Method Not Allowed");
        Assert.Equal(allowed, string.Join(", ", answer.ContentHeaders.Allow));
    }

    [Fact]
    public async Task Query_NotABoolean_IsRefusedWithoutNamesOfOurCode()
    {
        var answer = await _registry.GetAsync("/config/s?defaultToGlobal=perhaps");

        answer.Refused(400, 400, "HTTP 400 Bad Request");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }
}
