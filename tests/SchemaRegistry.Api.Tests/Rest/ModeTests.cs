using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Rest;

public sealed class ModeTests : IAsyncLifetime
{
    private const string Text = "\"string\"";
    private readonly RegistryServer _server = new();

    private RegistryClient Registry => _server.Registry;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Mode_SetReadRemoved_EndsAtTheDefault()
    {
        Assert.Equal("""{"mode":"READWRITE"}""", (await Registry.GetAsync("/mode")).Text);
        Assert.Equal("""{"mode":"READONLY"}""", (await Registry.PutAsync("/mode", """{"mode":"readonly"}""")).Text);
        (await Registry.GetAsync("/mode/s")).Refused(404, 40409, "Subject 's' does not have subject-level mode configured");
        Assert.Equal("""{"mode":"READONLY"}""", (await Registry.GetAsync("/mode/s?defaultToGlobal=true")).Text);
        (await Registry.DeleteAsync("/mode/s")).Refused(404, 40401, "Subject 's' not found.");
        Assert.Equal("""{"mode":"READWRITE"}""", (await Registry.PutAsync("/mode/s", """{"mode":"READWRITE"}""")).Text);
        Assert.Equal("""{"mode":"READWRITE"}""", (await Registry.DeleteAsync("/mode/s")).Text);
        Assert.Equal("""{"mode":"READONLY"}""", (await Registry.DeleteAsync("/mode")).Text);
        Assert.Equal("""{"mode":"READWRITE"}""", (await Registry.GetAsync("/mode")).Text);
    }

    [Theory]
    [InlineData("""{"mode":"WRITEONLY"}""")]
    [InlineData("""{"mode":""}""")]
    [InlineData("{}")]
    public async Task Mode_Unknown_IsRefused(string body) => (await Registry.PutAsync("/mode", body)).Refused(
        422, 42204, "Invalid mode. Valid values are READWRITE, READONLY, READONLY_OVERRIDE, IMPORT, and FORWARD");

    [Fact]
    public async Task ReadOnly_EveryChangeOfASubject_IsRefusedAndReadsAreNot()
    {
        var id = (await Registry.RegisterAsync("s", Text)).Ok().GetProperty("id").GetInt32();
        await Registry.PutAsync("/mode", """{"mode":"READONLY"}""");
        const string Refusal = "Subject s in context . is in read-only mode";

        (await Registry.RegisterAsync("s", "\"int\"")).Refused(422, 42205, Refusal);
        (await Registry.DeleteAsync("/subjects/s")).Refused(422, 42205, Refusal);
        (await Registry.DeleteAsync("/subjects/s/versions/1")).Refused(422, 42205, Refusal);
        (await Registry.PutAsync("/config/s", """{"compatibility":"NONE"}""")).Refused(422, 42205, Refusal);
        (await Registry.DeleteAsync("/config/s")).Refused(422, 42205, Refusal);
        (await Registry.PutAsync("/config", """{"compatibility":"NONE"}""")).Refused(422, 42205, "The registry is in read-only mode");
        Assert.Equal(id, (await Registry.RegisterAsync("s", Text)).Ok().GetProperty("id").GetInt32());
        Assert.Equal("[1]", (await Registry.GetAsync("/subjects/s/versions")).Text);

        await Registry.PutAsync("/mode/s", """{"mode":"READWRITE"}""");
        (await Registry.DeleteAsync("/subjects/s/versions/1")).Ok();
        await Registry.PutAsync("/mode", """{"mode":"READONLY_OVERRIDE"}""");
        (await Registry.RegisterAsync("s", Text)).Refused(422, 42205, Refusal);
    }

    [Fact]
    public async Task Import_IdsAndVersions_AreKept()
    {
        await Registry.PutAsync("/mode/s", """{"mode":"IMPORT"}""");

        Assert.Equal(3, (await Registry.RegisterAsync("s", "\"long\"", extra: """{"id":700,"version":3}""")).Ok().GetProperty("version").GetInt32());
        Assert.Equal(1, (await Registry.RegisterAsync("s", "\"int\"", extra: """{"id":650,"version":1}""")).Ok().GetProperty("version").GetInt32());
        Assert.Equal(4, (await Registry.RegisterAsync("s", "\"bytes\"", extra: """{"id":2147483647}""")).Ok().GetProperty("version").GetInt32());

        Assert.Equal("[1,3,4]", (await Registry.GetAsync("/subjects/s/versions")).Text);
        Assert.Equal(700, (await Registry.GetAsync("/subjects/s/versions/3")).Ok().GetProperty("id").GetInt32());
        Assert.Equal("\"int\"", (await Registry.GetAsync("/schemas/ids/650/schema")).Text);

        // What others register goes on after the imported ids, and is not stopped by one at the end of the range.
        Assert.Equal(701, (await Registry.RegisterAsync("t", "\"double\"")).Ok().GetProperty("id").GetInt32());
        Assert.Equal(650, (await Registry.RegisterAsync("u", "\"int\"")).Ok().GetProperty("id").GetInt32());
    }

    [Fact]
    public async Task Import_Repeated_ChangesNothing()
    {
        await Registry.PutAsync("/mode", """{"mode":"IMPORT"}""");
        const string Where = """{"id":5,"version":2}""";
        (await Registry.RegisterAsync("s", Text, extra: Where)).Ok();

        var again = (await Registry.RegisterAsync("s", Text, extra: Where)).Ok();
        Assert.Equal((5, 2), (again.GetProperty("id").GetInt32(), again.GetProperty("version").GetInt32()));
        (await Registry.RegisterAsync("s", "\"int\"", extra: Where)).Refused(422, 42205, "Overwrite new schema with id 5 in context . is not permitted.");
        (await Registry.RegisterAsync("s", "\"int\"", extra: """{"id":6,"version":2}""")).Refused(422, 42205, "Version 2 of subject s has another schema, with id 5.");
        Assert.Equal(5, (await Registry.RegisterAsync("other", Text, extra: """{"id":5}""")).Ok().GetProperty("id").GetInt32());
        Assert.Equal(9, (await Registry.RegisterAsync("third", Text, extra: """{"id":9}""")).Ok().GetProperty("id").GetInt32());
        Assert.Equal("[2]", (await Registry.GetAsync("/subjects/s/versions")).Text);
    }

    [Fact]
    public async Task Import_OfAContentThatHasAnId_IsFoundUnderBothByItsGuid()
    {
        var guid = (await Registry.RegisterAsync("s", Text)).Ok().GetProperty("guid").GetString();
        await Registry.PutAsync("/mode/t", """{"mode":"IMPORT"}""");

        Assert.Equal(guid, (await Registry.RegisterAsync("t", Text, extra: """{"id":44}""")).Ok().GetProperty("guid").GetString());

        Assert.Equal("""[{"context":".","id":1},{"context":".","id":44}]""", (await Registry.GetAsync($"/schemas/guids/{guid}/ids")).Text);
        Assert.Equal(Text, (await Registry.GetAsync($"/schemas/guids/{guid}")).Ok().GetProperty("schema").GetString());
    }

    [Fact]
    public async Task Import_WhereSchemasAre_NeedsForce()
    {
        await Registry.RegisterAsync("s", Text);

        Assert.Equal(42205, (await Registry.PutAsync("/mode", """{"mode":"IMPORT"}""")).ErrorCode);
        Assert.Equal(42205, (await Registry.PutAsync("/mode/s", """{"mode":"IMPORT"}""")).ErrorCode);
        (await Registry.PutAsync("/mode/t", """{"mode":"IMPORT"}""")).Ok();
        (await Registry.PutAsync("/mode?force=true", """{"mode":"IMPORT"}""")).Ok();
        (await Registry.RegisterAsync("v", Text)).Refused(422, 42205, "Subject v in context . is not in read-write mode");
    }

    [Fact]
    public async Task Import_WhereOnlyDeletedSchemasAre_RemovesThem()
    {
        await Registry.RegisterAsync("s", Text);
        await Registry.DeleteAsync("/subjects/s");

        (await Registry.PutAsync("/mode", """{"mode":"IMPORT"}""")).Ok();

        Assert.Equal("[]", (await Registry.GetAsync("/subjects?deleted=true")).Text);
    }

    [Fact]
    public async Task Import_WhereDeletedSchemasBuildOnEachOther_RemovesAllOfThem()
    {
        // The base comes first by name, and what builds on it goes with it.
        await RegisterPairAsync();
        await Registry.DeleteAsync("/subjects/user");
        await Registry.DeleteAsync("/subjects/base");

        (await Registry.PutAsync("/mode", """{"mode":"IMPORT"}""")).Ok();

        Assert.Equal("[]", (await Registry.GetAsync("/subjects?deleted=true")).Text);
    }

    [Fact]
    public async Task Import_WhereASchemaThatStaysBuildsOnADeletedOne_IsRefused()
    {
        await RegisterPairAsync();
        await Registry.DeleteAsync("/subjects/user");
        await Registry.DeleteAsync("/subjects/base");

        Assert.Equal(42206, (await Registry.PutAsync("/mode/base", """{"mode":"IMPORT"}""")).ErrorCode);
        Assert.Equal("""["base","user"]""", (await Registry.GetAsync("/subjects?deleted=true")).Text);
    }

    [Fact]
    public async Task Register_IdOutsideAnImport_IsRefused()
    {
        (await Registry.RegisterAsync("s", Text, extra: """{"id":5}""")).Refused(422, 42205, "Subject s in context . is not in import mode");
        (await Registry.RegisterAsync("s", Text, extra: """{"version":7}""")).Refused(422, 42201, "Version is not one more than previous version");
        Assert.Equal("[]", (await Registry.GetAsync("/subjects")).Text);
        Assert.Equal(1, (await Registry.RegisterAsync("s", Text, extra: """{"version":1}""")).Ok().GetProperty("version").GetInt32());
    }

    private async Task RegisterPairAsync()
    {
        (await Registry.RegisterAsync("base", """{"type":"fixed","name":"ref.Base","size":2}""")).Ok();
        (await Registry.RegisterAsync("user", """{"type":"array","items":"ref.Base"}""", extra: """{"references":[{"name":"ref.Base","subject":"base","version":1}]}""")).Ok();
    }
}
