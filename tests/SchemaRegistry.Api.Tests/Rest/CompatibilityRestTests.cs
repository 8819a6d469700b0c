using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Rest;

public sealed class CompatibilityRestTests(RegistryServer server) : IClassFixture<RegistryServer>
{
    private const string One = """{"type":"record","name":"R","fields":[{"name":"a","type":"int"}]}""";
    private const string WithB = """{"type":"record","name":"R","fields":[{"name":"a","type":"int"},{"name":"b","type":"int"}]}""";

    private const string Message =
        "{errorType:'READER_FIELD_MISSING_DEFAULT_VALUE', description:'The field 'b' at path '/fields/1' in the new schema has no default value and is missing in the old schema', additionalInfo:'b'}";

    private readonly RegistryClient _registry = server.Registry;

    [Fact]
    public async Task Register_Incompatible_SaysTypePathReasonAndVersionAndWritesNothing()
    {
        (await _registry.RegisterAsync("enforced", One)).Ok();

        var answer = await _registry.RegisterAsync("enforced", WithB);

        answer.Refused(
            409,
            409,
            "Schema being registered is incompatible with an earlier schema for subject \"enforced\", details: "
                + $"[{Message}, {{oldSchemaVersion: 1}}, {{oldSchema: '{One}'}}, {{validateFields: 'false', compatibility: 'BACKWARD'}}]");
        Assert.Equal("[1]", (await _registry.GetAsync("/subjects/enforced/versions")).Text);
    }

    [Theory]
    [InlineData("NONE", true)]
    [InlineData("BACKWARD", false)]
    [InlineData("BACKWARD_TRANSITIVE", false)]
    [InlineData("FORWARD", true)]
    [InlineData("FORWARD_TRANSITIVE", true)]
    [InlineData("FULL", false)]
    [InlineData("FULL_TRANSITIVE", false)]
    public async Task Check_OfEveryLevel_AgreesWithRegistration(string level, bool compatible)
    {
        var subject = "level-" + level;
        (await _registry.RegisterAsync(subject, One)).Ok();
        (await _registry.PutAsync($"/config/{subject}", $$"""{"compatibility":"{{level}}"}""")).Ok();

        foreach (var version in (string[])["", "/1", "/latest", "/-1"])
        {
            Assert.Equal($$"""{"is_compatible":{{(compatible ? "true" : "false")}}}""", (await CheckAsync($"{subject}/versions{version}", WithB)).Text);
        }

        Assert.Equal(compatible ? 200 : 409, (int)(await _registry.RegisterAsync(subject, WithB)).Status);
    }

    [Fact]
    public async Task Check_Verbose_TellsTheReasons()
    {
        (await _registry.RegisterAsync("verbose", One)).Ok();

        Assert.Equal("""{"is_compatible":true,"messages":[]}""", (await CheckAsync("verbose/versions/latest?verbose=true", One)).Text);
        var messages = (await CheckAsync("verbose/versions/1?verbose=True", WithB)).Ok().GetProperty("messages");
        Assert.Equal(
            [Message, "{oldSchemaVersion: 1}", $"{{oldSchema: '{One}'}}", "{validateFields: 'false', compatibility: 'BACKWARD'}"],
            messages.EnumerateArray().Select(static message => message.GetString()));
    }

    [Fact]
    public async Task Check_TransitiveLevel_LooksAtAllVersionsUnlessOneIsNamed()
    {
        const string WithDefault = """{"type":"record","name":"R","fields":[{"name":"c","type":"int","default":1}]}""";
        const string Without = """{"type":"record","name":"R","fields":[{"name":"c","type":"int"}]}""";
        (await _registry.RegisterAsync("transitive", One)).Ok();
        (await _registry.RegisterAsync("transitive", WithDefault)).Ok();
        (await _registry.PutAsync("/config/transitive", """{"compatibility":"BACKWARD_TRANSITIVE"}""")).Ok();

        Assert.True((await CheckAsync("transitive/versions/latest", Without)).Ok().GetProperty("is_compatible").GetBoolean());
        Assert.False((await CheckAsync("transitive/versions", Without)).Ok().GetProperty("is_compatible").GetBoolean());
        (await _registry.DeleteAsync("/subjects/transitive/versions/1")).Ok();
        Assert.True((await CheckAsync("transitive/versions", Without)).Ok().GetProperty("is_compatible").GetBoolean());
    }

    [Fact]
    public async Task Check_WithNothingToCompareWith_IsCompatibleUnlessAVersionIsNamed()
    {
        Assert.True((await CheckAsync("nobody/versions", One)).Ok().GetProperty("is_compatible").GetBoolean());
        Assert.True((await CheckAsync("nobody/versions/latest", One)).Ok().GetProperty("is_compatible").GetBoolean());
        (await CheckAsync("nobody/versions/3", One)).Refused(404, 40402, "Version 3 not found.");
        Assert.Equal(42202, (await CheckAsync("nobody/versions/first", One)).ErrorCode);
    }

    [Fact]
    public async Task Check_SchemaThatIsNone_IsRefusedOrToldAsAReason()
    {
        const string Text = "Invalid AVRO schema: line 1, column 1: unknown type \"strin\"";

        (await CheckAsync("nobody/versions", "\"strin\"")).Refused(422, 42201, Text);
        var verbose = (await CheckAsync("nobody/versions?verbose=true", "\"strin\"")).Ok();
        Assert.Equal((false, Text), (verbose.GetProperty("is_compatible").GetBoolean(), verbose.GetProperty("messages")[0].GetString()));
    }

    [Fact]
    public async Task Check_PastTheBoundOfWork_IsRefusedAndSaysSo()
    {
        static string Schema(string type) =>
            $$"""{"anyOf":[{{string.Join(',', Enumerable.Range(0, 3_000).Select(index => $$"""{"type":"{{type}}","const":{{index}}}"""))}}]}""";
        (await _registry.RegisterAsync("bounded", Schema("integer"), "JSON")).Ok();

        var check = await _registry.PostAsync("/compatibility/subjects/bounded/versions", RegistryClient.Body(Schema("number"), "JSON"));
        var registration = await _registry.RegisterAsync("bounded", Schema("number"), "JSON");

        Assert.Equal((422, 42201), ((int)check.Status, check.ErrorCode));
        Assert.StartsWith("The schema cannot be compared with version 1 of subject 'bounded': ", check.Message, StringComparison.Ordinal);
        Assert.Equal(check.Message, registration.Message);
        Assert.Equal("[1]", (await _registry.GetAsync("/subjects/bounded/versions")).Text);
    }

    private Task<RegistryAnswer> CheckAsync(string path, string schema) => _registry.PostAsync("/compatibility/subjects/" + path, RegistryClient.Body(schema));
}
