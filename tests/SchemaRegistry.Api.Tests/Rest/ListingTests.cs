using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Rest;

public sealed class ListingTests : IAsyncLifetime
{
    private const string Proto = "syntax = \"proto3\"; message M { int32 a = 1; }";
    private readonly RegistryServer _server = new();

    private RegistryClient Registry => _server.Registry;

    public async Task InitializeAsync()
    {
        await Registry.RegisterAsync("a", "\"int\"");
        await Registry.RegisterAsync("a", "\"long\"");
        await Registry.RegisterAsync("ab", "\"int\"");
        await Registry.RegisterAsync("b", "{}", "JSON");
        await Registry.RegisterAsync("c", Proto, "PROTOBUF");
        await Registry.DeleteAsync("/subjects/a/versions/2");
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("", "a1 ab1 b1 c1")]
    [InlineData("?deleted=true", "a1 a2 ab1 b1 c1")]
    [InlineData("?deleted=true&latestOnly=true", "a2 ab1 b1 c1")]
    [InlineData("?latestOnly=true", "a1 ab1 b1 c1")]
    [InlineData("?subjectPrefix=a", "a1 ab1")]
    [InlineData("?subjectPrefix=:*:a&offset=1", "ab1")]
    [InlineData("?offset=1&limit=2", "ab1 b1")]
    [InlineData("?limit=0", "a1 ab1 b1 c1")]
    [InlineData("?limit=99999999&offset=-4", "a1 ab1 b1 c1")]
    public async Task Schemas_List_IsFilteredAndPaged(string query, string expected)
    {
        var listed = (await Registry.GetAsync("/schemas" + query)).Ok().EnumerateArray();

        Assert.Equal(expected, string.Join(' ', listed.Select(static schema => $"{schema.GetProperty("subject").GetString()}{schema.GetProperty("version")}")));
    }

    [Fact]
    public async Task Schemas_List_IsOfThoseWithARuleOfAType()
    {
        const string Migration = """{"ruleSet":{"migrationRules":[{"name":"r","kind":"TRANSFORM","mode":"UPGRADE","type":"JSONATA","expr":"x"}],"enableAt":"write"}}""";
        const string Domain = """{"ruleSet":{"domainRules":[{"name":"r","kind":"CONDITION","mode":"WRITE","type":"CEL","expr":"x"}]}}""";
        (await Registry.RegisterAsync("rules", "\"int\"", extra: Migration)).Ok();
        (await Registry.RegisterAsync("rules", "\"long\"", extra: Domain)).Ok();
        (await Registry.RegisterAsync("rules", "\"float\"", extra: Migration)).Ok();

        Assert.Equal("1 3", await VersionsAsync("ruleType=JSONATA"));
        Assert.Equal("3", await VersionsAsync("ruleType=JSONATA&offset=1"));
        Assert.Equal("3", await VersionsAsync("ruleType=JSONATA&latestOnly=true"));
        Assert.Equal("2", await VersionsAsync("ruleType=CEL&subjectPrefix=ru"));
        Assert.Equal("", await VersionsAsync("ruleType=CEL&latestOnly=true"));

        async Task<string> VersionsAsync(string query) =>
            string.Join(' ', (await Registry.GetAsync("/schemas?" + query)).Ok().EnumerateArray().Select(static schema => schema.GetProperty("version").GetInt32()));
    }

    [Fact]
    public async Task Context_WithSubjects_IsNotDeleted()
    {
        await Registry.RegisterAsync(":.x:s", "\"int\"");

        (await Registry.DeleteAsync("/contexts/.x")).Refused(422, 42211, "The specified context '.x' is not empty: delete its subjects for good first.");
        Assert.Equal((204, string.Empty), ((int)(await Registry.DeleteAsync("/contexts/.y")).Status, (await Registry.DeleteAsync("/contexts/.y")).Text));
        await Registry.DeleteAsync("/subjects/:.x:s");
        Assert.Equal(422, (int)(await Registry.DeleteAsync("/contexts/.x")).Status);
        await Registry.DeleteAsync("/subjects/:.x:s?permanent=true");
        Assert.Equal(204, (int)(await Registry.DeleteAsync("/contexts/.x")).Status);
    }

    [Fact]
    public async Task Schema_ById_HasTheHighestIdForWhoAsks() =>
        Assert.Equal(4, (await Registry.GetAsync("/schemas/ids/1?fetchMaxId=true")).Ok().GetProperty("maxId").GetInt32());

    [Fact]
    public async Task Schema_Serialized_IsTheDescriptorAndComesBackAsSource()
    {
        var serialized = (await Registry.GetAsync("/subjects/c/versions/1?format=serialized")).Ok().GetProperty("schema").GetString()!;
        var again = (await Registry.RegisterAsync("from-descriptor", serialized, "PROTOBUF")).Ok();

        Assert.NotEmpty(Convert.FromBase64String(serialized));
        Assert.Contains("message M", again.GetProperty("schema").GetString(), StringComparison.Ordinal);
        Assert.Equal(serialized, (await Registry.GetAsync($"/schemas/ids/{again.GetProperty("id")}/schema?format=serialized")).Text);
        Assert.Equal(Proto, (await Registry.GetAsync("/subjects/c/versions/1/schema?format=resolved")).Text);
        Assert.Equal(Proto, (await Registry.GetAsync("/subjects/c/versions/1/schema?format=")).Text);
    }

    [Fact]
    public async Task Guid_Unknown_IsNotFound()
    {
        (await Registry.GetAsync("/schemas/guids/00000000-0000-0000-0000-000000000001")).Refused(404, 40403, "Schema 00000000-0000-0000-0000-000000000001 not found");
        Assert.Equal(40403, (await Registry.GetAsync("/schemas/guids/00000000-0000-0000-0000-000000000001/ids")).ErrorCode);
        Assert.Equal(404, (await Registry.GetAsync("/schemas/guids/x")).ErrorCode);
    }

    [Fact]
    public async Task Server_AskedForItself_Answers()
    {
        Assert.Equal("""["."]""", (await Registry.GetAsync("/contexts")).Text);
        Assert.Equal("[]", (await Registry.GetAsync("/contexts?offset=1")).Text);
        await Registry.RegisterAsync(":.staging:a", "\"int\"");
        await Registry.RegisterAsync(":.staging:b", "\"int\"");
        Assert.Equal("""[".",".staging"]""", (await Registry.GetAsync("/contexts")).Text);
        Assert.Equal("""[".staging"]""", (await Registry.GetAsync("/contexts?contextPrefix=.s")).Text);
        Assert.Equal(
            """{"scope":{"path":[],"clusters":{"schema-registry-cluster":"schema-registry"}},"id":""}""", (await Registry.GetAsync("/v1/metadata/id")).Text);
        Assert.NotEqual("", (await Registry.GetAsync("/v1/metadata/version")).Ok().GetProperty("version").GetString());
        Assert.Equal("""{"attributes":["opensource"]}""", (await Registry.GetAsync("/v1/metadata/deployment")).Text);
        Assert.Equal("{}", (await Registry.PostAsync("/", "whatever")).Text);
    }
}
