using System.Text;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Rest;

/// <summary>Whatever is sent to a route that takes a body: no server error, an answer, and nothing written.</summary>
public sealed class HostileRequestTests : IAsyncLifetime
{
    private static readonly string[] s_routes =
    [
        "POST /subjects/s/versions", "POST /subjects/s", "POST /compatibility/subjects/s/versions", "POST /compatibility/subjects/s/versions/latest", "PUT /config",
        "PUT /config/s", "PUT /mode", "PUT /mode/s", "POST /api/v1/schemas", "POST /api/v1/search", "POST /api/v1/validate/schema", "POST /api/v1/compatibility/check",
        "PUT /api/v1/schemas/00000000-0000-8000-8000-000000000001", "POST /api/v1/schemas/00000000-0000-8000-8000-000000000001/validate",
        "POST /api/v1/validate/00000000-0000-8000-8000-000000000001",
    ];

    // By name: the runner writes the data of each case down, and one of these is 50 MB.
    private static readonly Dictionary<string, Func<byte[]>> s_bodies = new(StringComparer.Ordinal)
    {
        ["empty"] = static () => [],
        ["truncated"] = static () => """{"schema":"{\"type\":\"rec"""u8.ToArray(),
        ["nested"] = static () => Encoding.UTF8.GetBytes("{\"schema\":" + new string('[', 100_000)),
        ["nested and closed"] = static () => Encoding.UTF8.GetBytes("{\"metadata\":" + new string('[', 100_000) + new string(']', 100_000) + "}"),
        ["not UTF-8"] = static () => [.. "{\"schema\":\""u8, 0xC3, 0x28, 0xFF, .. "\"}"u8],
        ["a name twice"] = static () => """{"schema":"\"int\"","schema":"\"long\"","mode":"READONLY","mode":"IMPORT","compatibility":"NONE","compatibility":"FULL","data":1,"data":2,"state":"ACTIVE","state":"DRAFT","query":"a","query":"b"}"""u8.ToArray(),
        ["huge id"] = static () => """{"schema":"\"int\"","id":99999999999999999999,"limit":99999999999999999999,"normalize":1,"mode":5,"schema_id":7,"tags":9}"""u8.ToArray(),
        ["huge exponent"] = static () => """{"schema":"\"int\"","version":1e400000000,"offset":1e400000000,"alias":1e9,"mode":1e400000000,"subject":1,"state":1e9}"""u8.ToArray(),
        ["wrong shape"] = static () => """["schema"]"""u8.ToArray(),
        ["null"] = static () => "null"u8.ToArray(),
        ["a lone surrogate"] = static () => """{"schema":"\ud800","mode":"\ud800","compatibility":"\ud800","query":"\ud800","state":"\ud800","subject":"\ud800"}"""u8.ToArray(),
        ["NUL"] = static () => "\0\0\0\0"u8.ToArray(),
        ["50 MB"] = static () => Filled(50 * 1024 * 1024),
    };

    private readonly RegistryServer _server = new();

    public static TheoryData<string> Bodies => new(s_bodies.Keys);

    private RegistryClient Registry => _server.Registry;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Body_ThatIsHostile_IsRefusedByEveryRouteAndWritesNothing(string kind)
    {
        var body = s_bodies[kind]();
        foreach (var route in s_routes)
        {
            var (verb, path) = (route.Split(' ')[0], route.Split(' ')[1]);
            var answer = await Registry.SendAsync(new HttpMethod(verb), path, body, "application/json");

            Assert.True((int)answer.Status is >= 400 and < 500, $"{kind} to {route}: {(int)answer.Status} {answer.Text}");
            Assert.Equal(
                path.StartsWith("/api", StringComparison.Ordinal) ? "application/problem+json" : RegistryClient.MediaType, answer.ContentHeaders.ContentType?.MediaType);
        }

        await NothingIsWrittenAsync();
    }

    [Theory]
    [InlineData("JSON", """{"$ref":"#"}""")]
    [InlineData("JSON", """{"definitions":{"a":{"$ref":"#/definitions/b"},"b":{"$ref":"#/definitions/a"}},"$ref":"#/definitions/a"}""")]
    [InlineData("AVRO", """{"type":"record","name":"R","fields":[{"name":"a","type":"R2"}]}""")]
    [InlineData("AVRO", """{"type":"fixed","name":"F","size":1e400000000}""")]
    [InlineData("AVRO", """{"type":"record","name":"R","fields":[],"fields":[]}""")]
    [InlineData("PROTOBUF", "syntax = \"proto3\"; message M { int32 a = 99999999999999999999; }")]
    [InlineData("PROTOBUF", "syntax = \"proto3\"; import \"self.proto\";")]
    public async Task Schema_WithoutSense_IsRefusedAndWritesNothing(string type, string schema)
    {
        (await Registry.RegisterAsync("s", schema, type)).Refused(422, 42201, (await Registry.RegisterAsync("s", schema, type)).Message);

        await NothingIsWrittenAsync();
    }

    [Fact]
    public async Task Schema_OfExponentialSize_IsAnsweredAndItsDocumentsToo()
    {
        var levels = string.Join(',', Enumerable.Range(0, 60).Select(static i => $$"""
            "d{{i}}":{"allOf":[{"$ref":"#/definitions/d{{i + 1}}"},{"$ref":"#/definitions/d{{i + 1}}"}]}
            """));
        var schema = $$"""{"definitions":{ {{levels}},"d60":{"type":"string"} },"$ref":"#/definitions/d0"}""";

        var registered = await Registry.PostAsync("/api/v1/schemas", RegistryClient.Body(schema, extra: """{"subject":"exponential","schema_type":"JSON"}"""));

        Assert.True((int)registered.Status is 201 or 422, registered.Text);
        if ((int)registered.Status == 201)
        {
            Assert.False((await Registry.PostAsync($"/api/v1/validate/{registered.Json.GetProperty("id").GetString()}", "1")).Ok().GetProperty("is_valid").GetBoolean());
            Assert.True((await Registry.RegisterAsync("exponential", schema, "JSON")).Status is System.Net.HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Pattern_ThatBacktracksForEver_IsAnswered()
    {
        var registered = await Registry.PostAsync(
            "/api/v1/schemas", RegistryClient.Body("""{"type":"string","pattern":"^(a+)+$"}""", extra: """{"subject":"regex","schema_type":"JSON"}"""));
        Assert.Equal(201, (int)registered.Status);

        var answer = await Registry.PostAsync($"/api/v1/validate/{registered.Json.GetProperty("id").GetString()}", $"\"{new string('a', 100_000)}!\"");

        Assert.True((int)answer.Status is 200 or 422, answer.Text);
    }

    [Theory]
    [InlineData("/api/v1/schemas", """{"subject":"s","schema_type":"AVRO","schema":"\ud800"}""")]
    [InlineData("/api/v1/validate/schema", """{"schema_type":"AVRO","schema":{"\uDC00":1}}""")]
    [InlineData("/api/v1/compatibility/check", """{"subject":"s","schema_type":"AVRO","new_schema":"\ud800"}""")]
    [InlineData("/subjects/s/versions", """{"schema":"\"int\"","ruleSet":{"domainRules":[{"name":"\ud800","kind":"CONDITION","mode":"WRITE","type":"CEL"}]}}""")]
    [InlineData("/subjects/s/versions", """{"schema":"\"int\"","ruleSet":{"domainRules":[{"name":"r","kind":"\ud800","mode":"WRITE","type":"CEL"}]}}""")]
    public async Task Body_WithHalfASurrogatePair_IsRefusedSayingWhere(string path, string body)
    {
        var answer = await Registry.PostAsync(path, body);

        Assert.Equal(422, (int)answer.Status);
        Assert.Contains("half a surrogate pair: line 1, column ", answer.Text, StringComparison.Ordinal);
        await NothingIsWrittenAsync();
    }

    [Theory]
    [InlineData("DELETE", "/subjects", "GET, HEAD")]
    [InlineData("PUT", "/subjects/s", "DELETE, POST")]
    [InlineData("PATCH", "/mode/s", "DELETE, GET, HEAD, PUT")]
    [InlineData("GET", "/compatibility/subjects/s/versions", "POST")]
    [InlineData("DELETE", "/api/v1/search", "POST")]
    [InlineData("HEAD", "/api/v1/search", "POST")]
    public async Task Verb_Wrong_IsRefusedNamingTheRightOnes(string verb, string path, string allowed)
    {
        var answer = await Registry.SendAsync(new HttpRequestMessage(new HttpMethod(verb), path));

        Assert.Equal((405, allowed), ((int)answer.Status, string.Join(", ", answer.ContentHeaders.Allow)));
    }

    [Theory]
    [InlineData("/subjects/a%00b")]
    [InlineData("/mode/a%00b")]
    [InlineData("/api/v1/subjects/a%00b/versions")]
    [InlineData("/subjects/../mode")]
    [InlineData("/compatibility/../subjects/s/versions")]
    public async Task Path_ThatIsATrick_IsRefused(string path)
    {
        var raw = await RawHttp.SendAsync(Registry.Http.BaseAddress!, "DELETE", path);

        Assert.Matches("^HTTP/1.1 4[0-9][0-9] ", raw);
        await NothingIsWrittenAsync();
    }

    private static byte[] Filled(int length)
    {
        var body = new byte[length];
        Array.Fill(body, (byte)' ');
        return body;
    }

    private async Task NothingIsWrittenAsync()
    {
        Assert.Equal("[]", (await Registry.GetAsync("/schemas?deleted=true")).Text);
        Assert.Equal("""{"compatibilityLevel":"BACKWARD"}""", (await Registry.GetAsync("/config")).Text);
        Assert.Equal(40408, (await Registry.GetAsync("/config/s")).ErrorCode);
        Assert.Equal("""{"mode":"READWRITE"}""", (await Registry.GetAsync("/mode/s?defaultToGlobal=true")).Text);
    }
}
