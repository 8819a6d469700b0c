using System.Globalization;
using System.Net.Sockets;
using System.Text;
using SchemaRegistry.Api.Tests.Formats;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Rest;

/// <summary>Requests with bytes lost, doubled, exchanged or replaced, sent as they are: whatever comes, the server does not fail.</summary>
public sealed class RequestMutationTests(RegistryServer server) : IClassFixture<RegistryServer>
{
    private const string Schema = """{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"x\",\"type\":[\"null\",\"int\"],\"default\":null}]}""";
    private const string Key = "00000000-0000-8000-8000-000000000001";

    // In an order in which each finds what the ones before it made.
    private static readonly (string Line, string? Body)[] s_requests =
    [
        ("POST /subjects/a%2Fb/versions?normalize=true", $$$"""{"schema":"{{{Schema}}}","metadata":{"properties":{"k":"v"},"tags":{"x":["t"]}},"ruleSet":{"domainRules":[{"name":"r","kind":"CONDITION","mode":"WRITE","type":"CEL","expr":"true"}]}}"""),
        ("POST /subjects/j/versions", """{"schemaType":"JSON","schema":"{\"properties\":{\"a\":{\"type\":\"string\",\"pattern\":\"^a+$\"}}}","references":[]}"""),
        ("POST /subjects/p/versions?format=serialized", """{"schemaType":"PROTOBUF","schema":"syntax = \"proto3\"; message M { int32 a = 1; }"}"""),
        ("POST /subjects/a%2Fb?deleted=True", $$"""{"schema":"{{Schema}}","version":1,"id":1}"""),
        ("POST /compatibility/subjects/j/versions/latest?verbose=true", """{"schemaType":"JSON","schema":"{\"properties\":{\"a\":{\"type\":\"null\"}}}"}"""),
        ("POST /compatibility/subjects/a%2Fb/versions?verbose=true", """{"schema":"\"int\"","references":[{"name":"n","subject":"j","version":-1}]}"""),
        ("GET /subjects/a%2Fb/versions/-1?deleted=true&format=resolved", null),
        ("GET /subjects/p/versions/1/schema?format=serialized", null),
        ("GET /subjects/j/versions/1/referencedby?offset=0&limit=2", null),
        ("GET /subjects/a%2Fb/metadata?key=k&value=v", null),
        ("GET /subjects?subjectPrefix=:*:&deletedOnly=true&offset=1&limit=1", null),
        ("GET /schemas?latestOnly=true&aliases=true&limit=2", null),
        ("GET /schemas/ids/1/versions?subject=&deleted=true", null),
        ("GET /schemas/guids/00000000-0000-0000-0000-000000000001/ids", null),
        ("PUT /config/j", """{"compatibility":"FULL_TRANSITIVE","normalize":true,"alias":"p","compatibilityGroup":"k","defaultMetadata":{"properties":{"k":"v"}},"overrideRuleSet":{}}"""),
        ("PUT /mode/j?force=true", """{"mode":"IMPORT"}"""),
        ("POST /subjects/j/versions", """{"schemaType":"JSON","schema":"true","id":77,"version":9}"""),
        ("DELETE /config/j", null),
        ("DELETE /mode/j?recursive=true", null),
        ("DELETE /subjects/j/versions/1?permanent=false", null),
        ("POST /api/v1/schemas", """{"subject":"v.one","schema":{"type":"string"},"schema_type":"JSON","state":"ACTIVE","tags":["t"],"metadata":{"a":"b"},"compatibility_mode":"NONE"}"""),
        ("GET /api/v1/schemas?limit=2&offset=1&subject_prefix=v&schema_type=json&state=ACTIVE", null),
        ("POST /api/v1/search", """{"query":"a","subject_pattern":"*.o?e[a]","tags":["t"],"metadata_filters":{"a":"b"},"limit":5}"""),
        ($"PUT /api/v1/schemas/{Key}", """{"state":"DEPRECATED","description":"d","tags":["x"],"metadata":{"c":"d"}}"""),
        ($"POST /api/v1/validate/{Key}?strict=true&type=M", """{"x":{"int":5}}"""),
        ($"POST /api/v1/schemas/{Key}/validate", """{"data":{"x":null},"strict":true,"type":"M"}"""),
        ($"GET /api/v1/schemas/{Key}/dependents?transitive=true", null),
        ($"GET /api/v1/schemas/{Key}/fingerprints", null),
        ("POST /api/v1/compatibility/check", """{"subject":"a/b","new_schema":"\"int\"","schema_type":"AVRO","level":"FULL","compare_version":1}"""),
        ("POST /api/v1/validate/schema", """{"schema":{"$ref":"#/definitions/a","definitions":{"a":{}}},"schema_type":"JSON"}"""),
        ("GET /contexts?contextPrefix=.", null),
        ("GET /health", null),
    ];

    [Fact]
    public async Task Request_Mutated_NeverMakesTheServerFail()
    {
        var mutator = new TextMutator(seed: 7);
        var rounds = Environment.GetEnvironmentVariable("INSTRUMENTATION_LONG_TESTS") == "1" ? 400 : 12;
        var understood = 0;
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var (line, body) in s_requests)
            {
                var request = round == 0 ? Compose(Encoding.ASCII.GetBytes(line), Utf8(body)) : Mutate(mutator, round, line, body);
                var status = await StatusAsync(request);

                // 505 is the server's word for a version of HTTP that there is not.
                Assert.True(status is null or < 500 or 505, $"round {round}: {status} to {Encoding.Latin1.GetString(request)}");
                understood += status is not null and not 400 ? 1 : 0;
            }
        }

        // Else the mutants would say nothing; a mutant that is no request any more is one in two.
        Assert.InRange(understood, rounds * s_requests.Length / 3, int.MaxValue);
    }

    // The line or the body; the length is the right one, or the server would wait for the rest.
    private static byte[] Mutate(TextMutator mutator, int round, string line, string? body) => body is null || round % 3 == 0
        ? Compose(mutator.Mutate(Encoding.ASCII.GetBytes(line)), Utf8(body))
        : Compose(Encoding.ASCII.GetBytes(line), mutator.Mutate(Utf8(body)!));

    private static byte[]? Utf8(string? text) => text is null ? null : Encoding.UTF8.GetBytes(text);

    private static byte[] Compose(byte[] line, byte[]? body) =>
    [
        .. line, .. " HTTP/1.1\r\nHost: registry\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: "u8,
        .. Encoding.ASCII.GetBytes((body?.Length ?? 0).ToString(CultureInfo.InvariantCulture)), .. "\r\n\r\n"u8, .. body ?? [],
    ];

    // None where the server takes the bytes for no request at all.
    private async Task<int?> StatusAsync(byte[] request)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync("127.0.0.1", server.Registry.Http.BaseAddress!.Port);
        var answer = new byte[16 * 1024];
        try
        {
            await socket.SendAsync(request);
            var length = await socket.ReceiveAsync(answer);
            return length > 12 && int.TryParse(Encoding.ASCII.GetString(answer, 9, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : null;
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
