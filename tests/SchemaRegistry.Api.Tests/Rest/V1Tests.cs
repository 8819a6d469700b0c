using System.Text.Json;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Rest;

public sealed class V1Tests : IAsyncLifetime
{
    private const string Person = """{"type":"object","required":["name"],"properties":{"name":{"type":"string","format":"email"}},"additionalProperties":false}""";
    private readonly RegistryServer _server = new();

    private RegistryClient Registry => _server.Registry;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Schema_Registered_IsADraftThatBothApisShow()
    {
        var answer = await PostAsync($$"""{"subject":"com.acme.person","schema":{{Person}},"schema_type":"json","description":"people","tags":["pii"],"metadata":{"team":"a"} }""");

        Assert.Equal((201, "application/json"), ((int)answer.Status, answer.ContentHeaders.ContentType?.MediaType));
        var schema = answer.Json;
        Assert.Equal(
            ("com.acme", "person", 1, "JSON", "DRAFT", "people", "[\"pii\"]", "{\"team\":\"a\"}", Person),
            (Text(schema, "namespace"), Text(schema, "name"), schema.GetProperty("version").GetInt32(), Text(schema, "format"), Text(schema, "state"),
                Text(schema, "description"), schema.GetProperty("tags").GetRawText(), schema.GetProperty("metadata").GetRawText(), schema.GetProperty("schema").GetRawText()));
        Assert.Matches("^sha256:[0-9a-f]{64}$", Text(schema, "checksum"));
        Assert.Equal(schema.GetRawText(), (await Registry.GetAsync($"/api/v1/schemas/{Text(schema, "id")}")).Text);
        Assert.Equal(schema.GetRawText(), (await Registry.GetAsync("/api/v1/subjects/com.acme.person/versions/latest")).Text);
        Assert.Equal(Person, (await Registry.GetAsync($"/schemas/ids/{schema.GetProperty("schema_id")}/schema")).Text);
        var again = await PostAsync($$"""{"namespace":"com.acme","name":"person","content":{{JsonSerializer.Serialize(Person)}},"format":"JSON"}""");
        Assert.Equal((200, schema.GetRawText()), ((int)again.Status, again.Text));
    }

    [Theory]
    [InlineData("compatibility_mode")]
    [InlineData("compatibility_level")]
    public async Task Schema_RegisteredWithALevel_GivesItToTheSubject(string member)
    {
        Assert.Equal(404, (int)(await Registry.GetAsync("/config/s")).Status);
        (await PostAsync($$"""{"subject":"s","schema":"\"int\"","schema_type":"AVRO","{{member}}":"FULL"}""")).Created();

        Assert.Equal("""{"compatibilityLevel":"FULL"}""", (await Registry.GetAsync("/config/s")).Text);
        Assert.Equal(200, (int)(await PostAsync($$"""{"subject":"s","schema":"\"int\"","schema_type":"AVRO","{{member}}":"NONE"}""")).Status);
        Assert.Equal("""{"compatibilityLevel":"NONE"}""", (await Registry.GetAsync("/config/s")).Text);
    }

    [Fact]
    public async Task Schema_OfTheOtherApi_IsActive()
    {
        (await Registry.RegisterAsync("plain", "syntax = \"proto3\";", "PROTOBUF")).Ok();

        var list = (await Registry.GetAsync("/api/v1/schemas?state=ACTIVE&schema_type=protobuf&subject_prefix=pl")).Ok();

        Assert.Equal((1, "default", "plain", "syntax = \"proto3\";"), (list.GetProperty("total_count").GetInt32(), Text(list.GetProperty("schemas")[0], "namespace"),
            Text(list.GetProperty("schemas")[0], "name"), Text(list.GetProperty("schemas")[0], "schema")));
    }

    [Fact]
    public async Task State_Moves_AreTheAllowedOnes()
    {
        var id = await RegisterAsync("moves", """{"type":"string"}""");

        await RefusedAsync(id, "DEPRECATED", "A schema that is DRAFT cannot become DEPRECATED: it can become ACTIVE.");
        await RefusedAsync(id, "ARCHIVED", "A schema that is DRAFT cannot become ARCHIVED: it can become ACTIVE.");
        await MoveAsync(id, "ACTIVE");
        await RefusedAsync(id, "DRAFT", "A schema that is ACTIVE cannot become DRAFT: it can become DEPRECATED.");
        await RefusedAsync(id, "ARCHIVED", "A schema that is ACTIVE cannot become ARCHIVED: it can become DEPRECATED.");
        await MoveAsync(id, "DEPRECATED");
        await MoveAsync(id, "ACTIVE");
        await MoveAsync(id, "DEPRECATED");
        await MoveAsync(id, "ARCHIVED");
        await RefusedAsync(id, "ACTIVE", "A schema that is ARCHIVED cannot become ACTIVE: it stays as it is.");
        var wrong = await Registry.SendAsync(HttpMethod.Put, $"/api/v1/schemas/{id}", """{"state":"GONE"}"""u8.ToArray(), "application/json");
        Problem(wrong, 422, "VALIDATION_FAILED", "'GONE' is no state. States are DRAFT, ACTIVE, DEPRECATED, ARCHIVED.");
    }

    [Theory]
    [InlineData("""{"query":"ORDERS"}""", "orders.created orders.paid")]
    [InlineData("""{"query":"amount"}""", "orders.paid")]
    [InlineData("""{"query":"what people bought"}""", "orders.created")]
    [InlineData("""{"tags":["pii"]}""", "orders.created users")]
    [InlineData("""{"tags":["pii","gdpr"]}""", "users")]
    [InlineData("""{"subject_pattern":"*.paid"}""", "orders.paid")]
    [InlineData("""{"subject_pattern":"user?"}""", "users")]
    [InlineData("""{"metadata_filters":{"team":"a"}}""", "orders.created")]
    [InlineData("""{"metadata_filters":{"team\"]":"a"}}""", "")]
    [InlineData("""{"state":"ACTIVE"}""", "users")]
    [InlineData("""{"query":"ORD","tags":["pii"]}""", "orders.created")]
    [InlineData("""{"query":"int","subject_pattern":"","state":"active"}""", "users")]
    [InlineData("""{"query":"ders"}""", "")]
    [InlineData("""{"tags":["pii"],"limit":1,"offset":1}""", "users")]
    [InlineData("{}", "orders.created orders.paid users")]
    public async Task Search_ByNameTagTextAndMore_FindsWhatMatchesAll(string query, string expected)
    {
        (await PostAsync("""{"subject":"orders.created","schema":"\"string\"","schema_type":"AVRO","description":"What people bought","tags":["pii"],"metadata":{"team":"a"}}""")).Created();
        (await PostAsync("""{"subject":"orders.paid","schema":{"properties":{"amount":{}}},"schema_type":"JSON"}""")).Created();
        (await PostAsync("""{"subject":"users","schema":"\"int\"","schema_type":"AVRO","state":"ACTIVE","tags":["pii","gdpr"]}""")).Created();

        var found = (await Registry.PostAsync("/api/v1/search", query)).Ok();

        Assert.Equal(expected, string.Join(' ', found.GetProperty("schemas").EnumerateArray().Select(static schema => Text(schema, "subject"))));
    }

    [Fact]
    public async Task Document_Validated_IsToldWhatIsWrongAndWhere()
    {
        var id = await RegisterAsync("person", Person);

        Assert.True((await Registry.PostAsync($"/api/v1/validate/{id}", """{"name":"x"}""")).Ok().GetProperty("is_valid").GetBoolean());
        var wrong = (await Registry.PostAsync($"/api/v1/validate/{id}", """{"name":5,"age":1}""")).Ok();
        Assert.False(wrong.GetProperty("is_valid").GetBoolean());
        Assert.Equal(["/age", "/name"], wrong.GetProperty("errors").EnumerateArray().Select(static error => Text(error, "instanceLocation")).Order(StringComparer.Ordinal));
        Assert.True((await Registry.PostAsync($"/api/v1/schemas/{id}/validate", """{"data":{"name":"x"}}""")).Ok().GetProperty("is_valid").GetBoolean());
        Assert.False((await Registry.PostAsync($"/api/v1/schemas/{id}/validate", """{"data":{"name":"x"},"strict":true}""")).Ok().GetProperty("is_valid").GetBoolean());
        Problem(await Registry.PostAsync($"/api/v1/schemas/{id}/validate", "{}"), 422, "VALIDATION_FAILED", "data is missing: it is the document.");
    }

    [Fact]
    public async Task Document_InTheBinaryEncoding_IsReadByTheSchemasLanguage()
    {
        var id = await RegisterAsync("avro", "\"int\"", "AVRO");

        async Task<bool> IsValid(params byte[] bytes) =>
            (await Registry.SendAsync(HttpMethod.Post, $"/api/v1/validate/{id}", bytes, "application/octet-stream")).Ok().GetProperty("is_valid").GetBoolean();
        Assert.True(await IsValid(0x02));
        Assert.False(await IsValid(0x02, 0x02));
    }

    [Fact]
    public async Task Schema_Validated_IsNotRegistered()
    {
        Assert.True((await Registry.PostAsync("/api/v1/validate/schema", """{"schema":{"type":"object"},"schema_type":"JSON"}""")).Ok().GetProperty("is_valid").GetBoolean());
        var wrong = (await Registry.PostAsync("/api/v1/validate/schema", """{"schema":{"type":"objec"},"schema_type":"JSON"}""")).Ok();
        Assert.False(wrong.GetProperty("is_valid").GetBoolean());
        Assert.Equal("""{"subjects":[],"total_count":0}""", (await Registry.GetAsync("/api/v1/subjects")).Text);
    }

    [Fact]
    public async Task Compatibility_OfIdsOrOfANewSchema_IsTheSameAsOfTheOtherApi()
    {
        var closed = await RegisterAsync("compat", """{"properties":{"a":{}},"additionalProperties":false}""");
        var open = await RegisterAsync("other", """{"properties":{"a":{"type":"string"}}}""");

        var byId = (await Registry.PostAsync("/api/v1/compatibility/check", $$"""{"schema_id":"{{open}}","compared_schema_id":"{{closed}}","mode":"BACKWARD"}""")).Ok();
        var bySchema = (await Registry.PostAsync(
            "/api/v1/compatibility/check", """{"subject":"compat","new_schema":{"properties":{"a":{"type":"string"}}},"level":"BACKWARD","compare_version":1}""")).Ok();

        Assert.False(byId.GetProperty("is_compatible").GetBoolean());
        Assert.Equal(byId.GetRawText(), bySchema.GetRawText());
        var violation = byId.GetProperty("violations")[0];
        Assert.Equal(["rule", "path", "message", "severity", "version"], violation.EnumerateObject().Select(static member => member.Name));
        Problem(await Registry.PostAsync("/api/v1/compatibility/check", "{}"), 422, "VALIDATION_FAILED",
            "Nothing to compare: send schema_id and compared_schema_id, or subject and new_schema.");
    }

    [Fact]
    public async Task Dependencies_AndDependents_AreFollowedAsFarAsAsked()
    {
        var bottom = await RegisterAsync("bottom", """{"type":"record","name":"Bottom","fields":[]}""", "AVRO");
        var middle = await RegisterAsync("middle", """{"type":"record","name":"Middle","fields":[{"name":"b","type":"Bottom"}]}""", "AVRO", "bottom");
        var top = await RegisterAsync("top", """{"type":"record","name":"Top","fields":[{"name":"m","type":"Middle"}]}""", "AVRO", "middle");

        async Task<string> Of(string path) => string.Join(' ', (await Registry.GetAsync("/api/v1/schemas/" + path)).Ok().GetProperty("dependencies").EnumerateArray()
            .Select(static one => $"{Text(one, "subject")}:{one.GetProperty("version")} {Text(one, "dependency_type")} {one.GetProperty("depth")}"));
        Assert.Equal("middle:1 DIRECT 1", await Of($"{top}/dependencies"));
        Assert.Equal("middle:1 DIRECT 1 bottom:1 TRANSITIVE 2", await Of($"{top}/dependencies?transitive=true"));
        Assert.Equal("middle:1 DIRECT 1", await Of($"{bottom}/dependents"));
        Assert.Equal("middle:1 DIRECT 1 top:1 TRANSITIVE 2", await Of($"{bottom}/dependents?transitive=true"));
        Assert.Equal("""{"dependencies":[],"total_count":0}""", (await Registry.GetAsync($"/api/v1/schemas/{bottom}/dependencies")).Text);
        Assert.Equal(middle, Text((await Registry.GetAsync($"/api/v1/schemas/{top}/dependencies")).Ok().GetProperty("dependencies")[0], "id"));
    }

    [Fact]
    public async Task Fingerprints_OfAnAvroSchema_AreThoseOfItsParsingCanonicalForm()
    {
        var avro = await RegisterAsync("avro", """{"type":"int","logicalType":"date"}""", "AVRO");
        var json = await RegisterAsync("json", """{"type":"string","maxLength":3.0}""");

        Assert.Equal(
            """{"canonical_form":"\"int\"","fingerprints":{"CRC-64-AVRO":"8f5c393f1ad57572","MD5":"ef524ea1b91e73173d938ade36c1db32","SHA-256":"3f2b87a9fe7cc9b13835598c3981cd45e3e355309e5090aa0933d7becb6fba45"}}""",
            (await Registry.GetAsync($"/api/v1/schemas/{avro}/fingerprints")).Text);
        Assert.Equal("""{"canonical_form":"{\"maxLength\":3,\"type\":\"string\"}","fingerprints":{}}""", (await Registry.GetAsync($"/api/v1/schemas/{json}/fingerprints")).Text);
    }

    [Fact]
    public async Task Errors_AreProblems()
    {
        Problem(await Registry.GetAsync("/api/v1/schemas/00000000-0000-8000-8000-0000000000ff"), 404, "NOT_FOUND", "Schema 00000000-0000-8000-8000-0000000000ff not found");
        Problem(await Registry.GetAsync("/api/v1/schemas/11111111-0000-8000-8000-0000000000ff"), 404, "NOT_FOUND", "Schema 11111111-0000-8000-8000-0000000000ff not found");
        Problem(await Registry.GetAsync("/api/v1/nowhere"), 404, "NOT_FOUND", "HTTP 404 Not Found");
        Problem(await Registry.DeleteAsync("/api/v1/search"), 405, "BAD_REQUEST", "HTTP 405 Method Not Allowed");
        Problem(await Registry.GetAsync("/api/v1/subjects/nobody/versions"), 404, "NOT_FOUND", "Subject 'nobody' not found.");
        Problem(await PostAsync("""{"subject":"s","schema":"{"}"""), 422, "VALIDATION_FAILED", "schema_type is missing: it is JSON, AVRO or PROTOBUF.");
        Assert.Equal("INVALID_SCHEMA", Text((await PostAsync("""{"subject":"s","schema":"{","schema_type":"AVRO"}""")).Json, "error_code"));
        Problem(await PostAsync("""{"subject":"s","schema":"\"int\"","schema_type":"AVRO","state":"ARCHIVED"}"""), 422, "VALIDATION_FAILED",
            "A schema starts as DRAFT or ACTIVE, not as ARCHIVED.");
        await RegisterAsync("s", "\"int\"", "AVRO");
        Assert.Equal("INCOMPATIBLE_SCHEMA", Text((await PostAsync("""{"subject":"s","schema":"\"string\"","schema_type":"AVRO"}""")).Json, "error_code"));
        var deep = "{\"subject_pattern\":\"" + new string('*', 9) + "\"}";
        Assert.Equal(422, (int)(await Registry.PostAsync("/api/v1/search", deep)).Status);
    }

    [Fact]
    public async Task Delete_SoftOrForGood_IsThatOfTheOtherApi()
    {
        var soft = await RegisterAsync("s", "\"int\"", "AVRO");
        var hard = await RegisterAsync("t", "\"int\"", "AVRO");

        Assert.Equal(204, (int)(await Registry.DeleteAsync($"/api/v1/schemas/{soft}")).Status);
        Assert.Equal(204, (int)(await Registry.DeleteAsync($"/api/v1/schemas/{hard}?soft=false")).Status);

        Assert.Equal(404, (int)(await Registry.GetAsync($"/api/v1/schemas/{soft}")).Status);
        Assert.Equal("""["s"]""", (await Registry.GetAsync("/subjects?deleted=true")).Text);
    }

    [Fact]
    public async Task Versions_OfASubject_AreListedWithTheirStates()
    {
        (await Registry.RegisterAsync("a%2Fb c", "\"int\"")).Ok();
        var id = await RegisterAsync("list", "\"int\"", "AVRO");
        await RegisterAsync("list", "\"long\"", "AVRO");
        await RegisterAsync("listing", "\"long\"", "AVRO");

        var versions = (await Registry.GetAsync("/api/v1/subjects/list/versions")).Ok();

        Assert.Equal(versions.GetRawText(), (await Registry.GetAsync($"/api/v1/schemas/{id}/versions")).Text);
        Assert.Equal([(1, "DRAFT"), (2, "DRAFT")], versions.GetProperty("versions").EnumerateArray().Select(static version => (version.GetProperty("version").GetInt32(), Text(version, "state"))));
        Assert.Equal("""{"subjects":["list"],"total_count":2}""", (await Registry.GetAsync("/api/v1/subjects?prefix=li&limit=1")).Text);
        (await Registry.GetAsync("/api/v1/subjects/a%252Fb%20c/versions/1")).Ok();
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static void Problem(RegistryAnswer answer, int status, string code, string detail)
    {
        Assert.Equal("application/problem+json", answer.ContentHeaders.ContentType?.MediaType);
        Assert.Equal((status, status, code, detail), ((int)answer.Status, answer.Json.GetProperty("status").GetInt32(), Text(answer.Json, "error_code"), Text(answer.Json, "detail")));
        Assert.Equal(answer.CorrelationId, Text(answer.Json, "correlation_id"));
    }

    private Task<RegistryAnswer> PostAsync(string body) => Registry.SendAsync(HttpMethod.Post, "/api/v1/schemas", System.Text.Encoding.UTF8.GetBytes(body), "application/json");

    private async Task<string> RegisterAsync(string subject, string schema, string type = "JSON", string? referenced = null)
    {
        object[] references = referenced is null ? [] : [new { name = referenced, subject = referenced, version = 1 }];
        var answer = await PostAsync(JsonSerializer.Serialize(new { subject, schema, schema_type = type, references }));
        return Text(answer.Created(), "id");
    }

    private async Task MoveAsync(string id, string state) => Assert.Equal(state, Text((await PutStateAsync(id, state)).Ok(), "state"));

    private async Task RefusedAsync(string id, string state, string detail) => Problem(await PutStateAsync(id, state), 409, "CONFLICT", detail);

    private Task<RegistryAnswer> PutStateAsync(string id, string state) =>
        Registry.SendAsync(HttpMethod.Put, $"/api/v1/schemas/{id}", System.Text.Encoding.UTF8.GetBytes($$"""{"state":"{{state}}"}"""), "application/json");
}
