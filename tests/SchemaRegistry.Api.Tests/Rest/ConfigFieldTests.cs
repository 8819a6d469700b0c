using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Rest;

/// <summary>What a configuration says besides the level.</summary>
public sealed class ConfigFieldTests(RegistryServer server) : IClassFixture<RegistryServer>
{
    private const string One = """{"type":"record","name":"R","fields":[{"name":"a","type":"int"}]}""";
    private const string Two = """{"type":"record","name":"R","fields":[{"name":"b","type":"string"}]}""";

    private readonly RegistryClient _registry = server.Registry;

    [Fact]
    public async Task Config_EveryField_ComesBackUntilItIsTakenBack()
    {
        const string Fields =
            """
            "alias":"x","normalize":true,"validateFields":true,"validateNames":false,"validateNewSchemas":true,"validateRules":false,"compatibilityGroup":"g","compatibilityPolicy":"LENIENT","defaultMetadata":{"properties":{"a":"1"}},"overrideMetadata":{"tags":{"p":["t"]}},"defaultRuleSet":{"domainRules":[{"name":"r"}]},"overrideRuleSet":{"migrationRules":[{"name":"m","mode":"UPGRADE"}]}
            """;

        (await _registry.PutAsync("/config/all", "{\"compatibility\":\"FULL\"," + Fields + "}")).Ok();
        Assert.Equal("{\"compatibilityLevel\":\"FULL\"," + Fields + "}", (await _registry.GetAsync("/config/all")).Text);
        (await _registry.PutAsync("/config/all", """{"normalize":null,"alias":"","defaultMetadata":null}""")).Ok();
        var left = (await _registry.DeleteAsync("/config/all")).Ok();

        Assert.Equal(
            [
                "compatibilityLevel", "validateFields", "validateNames", "validateNewSchemas", "validateRules", "compatibilityGroup", "compatibilityPolicy",
                "overrideMetadata", "defaultRuleSet", "overrideRuleSet",
            ],
            left.EnumerateObject().Select(static member => member.Name));
    }

    [Fact]
    public async Task Alias_OfASubject_LeadsToItOnceOnly()
    {
        (await _registry.RegisterAsync("real", One)).Ok();
        await _registry.PutAsync("/config/nick", """{"alias":"real"}""");
        await _registry.PutAsync("/config/nick-of-nick", """{"alias":"nick"}""");

        Assert.Equal("real", (await _registry.GetAsync("/subjects/nick/versions/1")).Ok().GetProperty("subject").GetString());
        Assert.Equal("real", (await _registry.LookUpAsync("nick", One)).Ok().GetProperty("subject").GetString());
        Assert.True((await _registry.PostAsync("/compatibility/subjects/nick/versions/1", RegistryClient.Body(One))).Ok().GetProperty("is_compatible").GetBoolean());
        (await _registry.GetAsync("/subjects/nick-of-nick/versions")).Refused(404, 40401, "Subject 'nick' not found.");
        var listed = (await _registry.GetAsync("/schemas?subjectPrefix=real&aliases=true")).Ok();
        Assert.Equal("""["nick"]""", listed[0].GetProperty("aliases").GetRawText());
    }

    [Fact]
    public async Task Group_OfVersions_IsComparedWithItsOwnOnly()
    {
        await _registry.PutAsync("/config/grouped", """{"compatibility":"BACKWARD","compatibilityGroup":"major"}""");
        (await _registry.RegisterAsync("grouped", One, extra: Major("1"))).Ok();

        (await _registry.RegisterAsync("grouped", Two, extra: Major("2"))).Ok();

        Assert.Equal(409, (await _registry.RegisterAsync("grouped", """{"type":"record","name":"R","fields":[{"name":"c","type":"int"}]}""", extra: Major("1"))).ErrorCode);
    }

    [Fact]
    public async Task Metadata_DefaultOwnAndOverride_AreMergedInThatOrder()
    {
        await _registry.PutAsync(
            "/config/merged", """{"compatibility":"NONE","defaultMetadata":{"properties":{"a":"default","b":"default"}},"overrideMetadata":{"properties":{"c":"override"}}}""");

        (await _registry.RegisterAsync("merged", One, extra: """{"metadata":{"properties":{"c":"own","b":"own"},"sensitive":["b"]}}""")).Ok();

        Assert.Equal(
            """{"properties":{"a":"default","b":"own","c":"override"},"sensitive":["b"]}""",
            (await _registry.GetAsync("/subjects/merged/versions/1")).Ok().GetProperty("metadata").GetRawText());
    }

    [Fact]
    public async Task Metadata_NotSent_IsThatOfTheVersionBeforeAndItsHintCounts()
    {
        await _registry.PutAsync("/config/inherit", """{"compatibility":"NONE"}""");
        var extra = """{"metadata":{"properties":{"owner":"a","confluent:version":"9"}},"ruleSet":{"domainRules":[{"name":"r"}]}}""";
        (await _registry.RegisterAsync("inherit", One, extra: extra)).Ok();
        (await _registry.RegisterAsync("inherit", Two)).Ok();

        var second = (await _registry.GetAsync("/subjects/inherit/versions/2")).Ok();
        Assert.Equal("""{"properties":{"confluent:version":"2","owner":"a"}}""", second.GetProperty("metadata").GetRawText());
        Assert.Equal("""{"domainRules":[{"name":"r"}]}""", second.GetProperty("ruleSet").GetRawText());
        Assert.Equal(1, (await _registry.RegisterAsync("inherit", One, extra: extra)).Ok().GetProperty("version").GetInt32());
        Assert.Equal(2, (await _registry.LookUpAsync("inherit", Two)).Ok().GetProperty("version").GetInt32());
        Assert.Equal(1, (await _registry.GetAsync("/subjects/inherit/metadata?key=owner&value=a&key=confluent:version&value=1")).Ok().GetProperty("version").GetInt32());
        Assert.Equal(2, (await _registry.GetAsync("/subjects/inherit/metadata?key=owner&value=a")).Ok().GetProperty("version").GetInt32());
        (await _registry.GetAsync("/subjects/inherit/metadata?key=owner&value=b")).Refused(404, 40403, "Schema not found");
        (await _registry.GetAsync("/subjects/nobody/metadata?key=owner&value=b")).Refused(404, 40401, "Subject 'nobody' not found.");
    }

    [Fact]
    public async Task Register_WithoutText_TakesThatOfTheVersionBefore()
    {
        (await _registry.RegisterAsync("textless", One)).Ok();

        var answer = (await _registry.RegisterAsync("textless", "", extra: """{"metadata":{"properties":{"new":"1"}}}""")).Ok();

        Assert.Equal((2, One), (answer.GetProperty("version").GetInt32(), answer.GetProperty("schema").GetString()));
    }

    [Theory]
    [InlineData("AVRO", One, "a")]
    [InlineData("JSON", """{"properties":{"a":{}}}""", "a")]
    [InlineData("PROTOBUF", "syntax = \"proto3\"; message M { int32 a = 1; }", "a")]
    public async Task Fields_Reserved_AreKeptFree(string type, string schema, string field)
    {
        var subject = "reserved-" + type;
        await _registry.PutAsync($"/config/{subject}", """{"compatibility":"NONE","validateFields":true}""");

        (await _registry.RegisterAsync(subject, schema, type, Properties("confluent:reserved", "z, " + field))).Refused(
            409,
            409,
            $"Schema being registered is incompatible with an earlier schema for subject \"{subject}\", details: "
                + $"[The new schema has field that conflicts with the reserved field {field}., {{validateFields: 'true', compatibility: 'NONE'}}]");
        (await _registry.RegisterAsync(subject, schema, type, """{"metadata":{"properties":{"confluent:reserved":"z"}}}""")).Ok();
        Assert.Equal(409, (await _registry.RegisterAsync(subject, schema, type, """{"metadata":{"properties":{"confluent:reserved":"y"}}}""")).ErrorCode);
    }

    [Fact]
    public async Task Normalize_InTheConfiguration_MakesSchemasOfOneMeaningOne()
    {
        await _registry.PutAsync("/config/normal", """{"compatibility":"NONE","normalize":true}""");
        (await _registry.RegisterAsync("normal", """{"type":"object","title":"t"}""", "JSON")).Ok();

        Assert.Equal(1, (await _registry.RegisterAsync("normal", """{"title":"t","type":"object"}""", "JSON")).Ok().GetProperty("version").GetInt32());
    }

    [Theory]
    [InlineData("""{"compatibilityPolicy":"SOFT"}""", 42203)]
    [InlineData("""{"defaultRuleSet":{"domainRules":[{"name":"r"},{"name":"r"}]}}""", 42210)]
    [InlineData("""{"defaultRuleSet":{"migrationRules":[{"name":"r","mode":"WRITE"}]}}""", 42210)]
    [InlineData("""{"overrideRuleSet":{"domainRules":[7]}}""", 42210)]
    [InlineData("""{"normalize":"perhaps"}""", 422)]
    public async Task Config_OfNoMeaning_IsRefusedAndChangesNothing(string body, int code)
    {
        Assert.Equal(code, (await _registry.PutAsync("/config/nonsense", body)).ErrorCode);

        Assert.Equal(40408, (await _registry.GetAsync("/config/nonsense")).ErrorCode);
    }

    private static string Major(string value) => Properties("major", value);

    private static string Properties(string name, string value) => $$$$"""{"metadata":{"properties":{"{{{{name}}}}":"{{{{value}}}}"}}}""";
}
