using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests;

public sealed class ReadTests(RegistryServer server) : IClassFixture<RegistryServer>
{
    private readonly RegistryClient _registry = server.Registry;

    [Fact]
    public async Task Root_Get_IsAnEmptyObject() => Assert.Equal("{}", (await _registry.GetAsync("/")).Text);

    [Fact]
    public async Task Types_Get_ListsOnlyWhatIsSupported() => Assert.Equal("""["JSON","PROTOBUF","AVRO"]""", (await _registry.GetAsync("/schemas/types")).Text);

    [Theory]
    [InlineData("latest", 2)]
    [InlineData("LATEST", 2)]
    [InlineData("%20Latest%20", 2)]
    [InlineData("-1", 2)]
    [InlineData("2", 2)]
    [InlineData("1", 1)]
    public async Task Version_EveryWayToNameIt_IsFound(string version, int expected)
    {
        await _registry.RegisterAsync("versions", "\"string\"");
        var id = (await _registry.RegisterAsync("versions", "\"bytes\"")).Ok().GetProperty("id").GetInt32();

        var answer = (await _registry.GetAsync($"/subjects/versions/versions/{version}")).Ok();

        Assert.Equal("versions", answer.GetProperty("subject").GetString());
        Assert.Equal(expected, answer.GetProperty("version").GetInt32());
        Assert.Equal(expected == 2, answer.GetProperty("id").GetInt32() == id);
        Assert.Equal(expected == 2 ? "\"bytes\"" : "\"string\"", answer.GetProperty("schema").GetString());
        Assert.Equal("[1,2]", (await _registry.GetAsync("/subjects/versions/versions")).Text);
        Assert.Equal("[2]", (await _registry.GetAsync("/subjects/versions/versions?offset=1&limit=1&deleted=True")).Text);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-2")]
    [InlineData("2147483648")]
    [InlineData("+1")]
    [InlineData("one")]
    public async Task Version_NotAVersion_IsRefused(string version) =>
        (await _registry.GetAsync($"/subjects/nobody/versions/{version}")).Refused(422, 42202,
            $"The specified version '{version}' is not a valid version id. Allowed values are between [1, 2^31-1] and the string \"latest\"");

    [Fact]
    public async Task Version_Missing_SaysWhatIsMissing()
    {
        await _registry.RegisterAsync("one-version", "\"string\"");

        (await _registry.GetAsync("/subjects/one-version/versions/2")).Refused(404, 40402, "Version 2 not found.");
        (await _registry.GetAsync("/subjects/one-version/versions/2/schema")).Refused(404, 40402, "Version 2 not found.");
        (await _registry.GetAsync("/subjects/nobody/versions/1")).Refused(404, 40401, "Subject 'nobody' not found.");
        (await _registry.GetAsync("/subjects/nobody/versions/latest")).Refused(404, 40401, "Subject 'nobody' not found.");
        (await _registry.GetAsync("/subjects/nobody/versions")).Refused(404, 40401, "Subject 'nobody' not found.");
    }

    [Fact]
    public async Task LookUp_Registered_ReturnsTheVersion()
    {
        await _registry.RegisterAsync("look-up", """{"type":"string"}""");

        var answer = (await _registry.LookUpAsync("look-up", """{ "type" : "string" }""")).Ok();

        Assert.Equal(["subject", "version", "id", "guid", "schema", "ts"], answer.EnumerateObject().Select(static member => member.Name));
        Assert.Equal(1, answer.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task LookUp_NotRegistered_SaysWhatIsMissing()
    {
        await _registry.RegisterAsync("look-up-other", "\"string\"");

        (await _registry.LookUpAsync("look-up-other", "\"long\"")).Refused(404, 40403, "Schema not found");
        (await _registry.LookUpAsync("look-up-other", "")).Refused(404, 40403, "Schema not found");
        (await _registry.LookUpAsync("look-up-nobody", "\"string\"")).Refused(404, 40401, "Subject 'look-up-nobody' not found.");
        Assert.Equal(42201, (await _registry.LookUpAsync("look-up-other", "{")).ErrorCode);
    }

    [Fact]
    public async Task SchemaById_Known_ReturnsEveryView()
    {
        const string Text = """{ "type": "object", "title": "by id" }""";
        var id = (await _registry.RegisterAsync("by-id-b", Text, "JSON")).Ok().GetProperty("id").GetInt32();
        await _registry.RegisterAsync("by-id-a", Text, "JSON");

        var schema = (await _registry.GetAsync($"/schemas/ids/{id}?subject=&format=")).Ok();
        Assert.Equal(["schemaType", "schema", "guid"], schema.EnumerateObject().Select(static member => member.Name));
        Assert.Equal(Text, schema.GetProperty("schema").GetString());
        Assert.Equal(Text, (await _registry.GetAsync($"/schemas/ids/{id}/schema")).Text);
        Assert.Equal("""["by-id-a","by-id-b"]""", (await _registry.GetAsync($"/schemas/ids/{id}/subjects")).Text);
        Assert.Equal("""["by-id-b"]""", (await _registry.GetAsync($"/schemas/ids/{id}/subjects?offset=1&limit=1")).Text);
        Assert.Equal("""[{"subject":"by-id-b","version":1}]""", (await _registry.GetAsync($"/schemas/ids/{id}/versions?subject=by-id-b")).Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/schema")]
    [InlineData("/subjects")]
    [InlineData("/versions")]
    public async Task SchemaById_Unknown_IsNotFound(string view) =>
        (await _registry.GetAsync($"/schemas/ids/987654{view}")).Refused(404, 40403, "Schema 987654 not found");

    [Fact]
    public async Task Subjects_List_IsSortedFilteredAndPaged()
    {
        foreach (var subject in (string[])["list-c", "list-a", "list-b", "LIST-d", "li%t"])
        {
            (await _registry.RegisterAsync(subject, "\"string\"")).Ok();
        }

        Assert.Equal("""["list-a","list-b","list-c"]""", (await _registry.GetAsync("/subjects?subjectPrefix=list-")).Text);
        Assert.Equal("""["list-b"]""", (await _registry.GetAsync("/subjects?subjectPrefix=list-&offset=1&limit=1")).Text);
        Assert.Equal("""["list-a","list-b","list-c"]""", (await _registry.GetAsync("/subjects?subjectPrefix=list-&limit=0")).Text);
        Assert.Equal("""["li%t"]""", (await _registry.GetAsync("/subjects?subjectPrefix=li%25")).Text);
        Assert.Contains("\"LIST-d\"", (await _registry.GetAsync("/subjects?subjectPrefix=:*:")).Text, StringComparison.Ordinal);
    }
}
