using System.Text.Json;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests;

public sealed class RegisterTests(RegistryServer server) : IClassFixture<RegistryServer>
{
    private const string User = """{"type":"record","name":"User","fields":[{"name":"id","type":"long"}]}""";

    private readonly RegistryClient _registry = server.Registry;

    [Fact]
    public async Task Register_NewSchema_ReturnsIdVersionAndTextButNoTypeForAvro()
    {
        var answer = (await _registry.RegisterAsync("register-new", User)).Ok();

        Assert.Equal(1, answer.GetProperty("version").GetInt32());
        Assert.Equal(User, answer.GetProperty("schema").GetString());
        Assert.Equal(["id", "version", "guid", "schema", "ts"], answer.EnumerateObject().Select(static member => member.Name));
    }

    [Fact]
    public async Task Register_JsonSchema_ReturnsItsType()
    {
        var answer = (await _registry.RegisterAsync("register-json", """{"type":"object"}""", "JSON")).Ok();

        Assert.Equal("JSON", answer.GetProperty("schemaType").GetString());
    }

    [Fact]
    public async Task Register_SameContentAgain_ReturnsSameIdAndVersion()
    {
        var first = (await _registry.RegisterAsync("register-twice", User)).Ok();
        var second = (await _registry.RegisterAsync("register-twice", "\n  " + User.Replace(":", " : ", StringComparison.Ordinal))).Ok();

        Assert.Equal(first.GetProperty("id").GetInt32(), second.GetProperty("id").GetInt32());
        Assert.Equal(1, second.GetProperty("version").GetInt32());
        Assert.Equal(User, second.GetProperty("schema").GetString());
    }

    [Fact]
    public async Task Register_SameContentInAnotherSubject_SharesTheIdAndKeepsEachText()
    {
        const string Spaced = """{ "type": "string", "note": "a  b" }""";
        const string Dense = """{"type":"string","note":"a  b"}""";
        var first = (await _registry.RegisterAsync("share-a", Spaced)).Ok();
        var second = (await _registry.RegisterAsync("share-b", Dense)).Ok();

        Assert.Equal(first.GetProperty("id").GetInt32(), second.GetProperty("id").GetInt32());
        Assert.Equal(Spaced, (await _registry.GetAsync("/subjects/share-a/versions/1/schema")).Text);
        Assert.Equal(Dense, (await _registry.GetAsync("/subjects/share-b/versions/1/schema")).Text);
        Assert.Equal(Spaced, (await _registry.GetAsync($"/schemas/ids/{first.GetProperty("id").GetInt32()}/schema")).Text);
    }

    [Fact]
    public async Task Register_OtherKeyOrder_IsAnotherSchemaOnlyInJsonSchema()
    {
        const string One = """{"type":"array","items":"string"}""";
        const string Other = """{"items":"string","type":"array"}""";

        Assert.Equal(await IdAsync("key-order-avro", One, "AVRO"), await IdAsync("key-order-avro", Other, "AVRO"));
        Assert.NotEqual(
            await IdAsync("key-order-json", """{"type":"array","items":{}}""", "JSON"), await IdAsync("key-order-json", """{"items":{},"type":"array"}""", "JSON"));
    }

    [Fact]
    public async Task Register_ProtobufInAnotherLayout_IsTheSameSchema()
    {
        const string Source = "syntax = \"proto3\"; message A { B b = 1; message B {} string c = 2; }";

        Assert.Equal(
            await IdAsync("layout", Source, "PROTOBUF"),
            await IdAsync("layout", "// a\nsyntax = 'proto3';\nmessage A {\n  B b = 0x1; /* b */\n  message B {}\n  string c = 2;;\n}\n", "PROTOBUF"));
        Assert.NotEqual(
            await IdAsync("layout", Source, "PROTOBUF"), await IdAsync("layout", "syntax = \"proto3\"; message A { string c = 2; message B {} B b = 1; }", "PROTOBUF"));
    }

    [Theory]
    [InlineData("AVRO", """{"type":"int","b":1,"a":2}""", """{"type":"int","a":2,"b":1}""")]
    [InlineData("JSON", """{"type":"array","items":{}}""", """{"items":{},"type":"array"}""")]
    [InlineData("PROTOBUF", "syntax = \"proto3\"; message A { B b = 1; message B {} }", "syntax = \"proto3\"; message A { message B {} .A.B b = 1; }")]
    public async Task Register_Normalized_IsTheSameSchemaWhateverTheOrder(string type, string one, string other)
    {
        var first = (await _registry.PostAsync($"/subjects/normal-{type}/versions?normalize=true", RegistryClient.Body(one, type))).Ok();
        var second = (await _registry.PostAsync($"/subjects/normal-{type}/versions?normalize=true", RegistryClient.Body(other, type))).Ok();
        var found = (await _registry.PostAsync($"/subjects/normal-{type}?normalize=true", RegistryClient.Body(other, type))).Ok();

        Assert.Equal(first.GetProperty("id").GetInt32(), second.GetProperty("id").GetInt32());
        Assert.Equal(first.GetProperty("id").GetInt32(), found.GetProperty("id").GetInt32());
        Assert.Equal(first.GetProperty("schema").GetString(), found.GetProperty("schema").GetString());
    }

    [Fact]
    public async Task Register_ProtobufDescriptor_IsStoredAsSource()
    {
        var source = Protobuf.ProtobufHarness.Parse("syntax = \"proto3\"; package p; message A { A a = 1; }");

        var answer = (await _registry.RegisterAsync("descriptor", source.SerializedText, "PROTOBUF")).Ok();

        Assert.StartsWith("syntax = \"proto3\";\npackage p;\nmessage A {", answer.GetProperty("schema").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Register_WithMetadataAndRules_RoundTripsThemAndMakesAnotherIdentity()
    {
        const string Extra = """{"metadata":{"properties":{"owner":"a b"}},"ruleSet":{"domainRules":[{"name":"r"}]}}""";
        var plain = (await _registry.RegisterAsync("metadata", User)).Ok();
        var rich = (await _registry.RegisterAsync("metadata", User, extra: Extra)).Ok();

        Assert.NotEqual(plain.GetProperty("id").GetInt32(), rich.GetProperty("id").GetInt32());
        var read = (await _registry.GetAsync("/subjects/metadata/versions/2")).Ok();
        Assert.Equal("""{"properties":{"owner":"a b"}}""", read.GetProperty("metadata").GetRawText());
        Assert.Equal("""{"domainRules":[{"name":"r"}]}""", read.GetProperty("ruleSet").GetRawText());
    }

    [Fact]
    public async Task Register_UnknownProperties_AreIgnored()
    {
        (await _registry.RegisterAsync("unknown", User, extra: """{"schemaTagsToAdd":[{"x":1}],"propagateSchemaTags":true,"zzz":null}""")).Ok();
    }

    [Fact]
    public async Task Register_AvroReference_ResolvesTheNamedType()
    {
        (await _registry.RegisterAsync("address", """{"type":"record","name":"Address","namespace":"geo","fields":[]}""")).Ok();
        const string Person = """{"type":"record","name":"Person","namespace":"geo","fields":[{"name":"home","type":"Address"}]}""";
        const string Reference = """{"references":[{"name":"geo.Address","subject":"address","version":1}]}""";

        var answer = (await _registry.RegisterAsync("person", Person, extra: Reference)).Ok();
        var without = await _registry.RegisterAsync("person", Person);

        Assert.Equal("""[{"name":"geo.Address","subject":"address","version":1}]""", answer.GetProperty("references").GetRawText());
        without.Refused(422, 42201, "Invalid AVRO schema: line 1, column 84: unknown type \"Address\"");
    }

    [Fact]
    public async Task Register_ReferenceThatIsMissing_IsRefused()
    {
        var answer = await _registry.RegisterAsync("dangling", "\"string\"", extra: """{"references":[{"name":"n","subject":"nowhere","version":7}]}""");

        answer.Refused(422, 42201, "No schema reference found for subject \"nowhere\" and version 7");
    }

    [Fact]
    public async Task Register_ReferenceToAnotherFormat_IsRefused()
    {
        (await _registry.RegisterAsync("avro-part", "\"string\"")).Ok();
        var answer = await _registry.RegisterAsync("json-whole", "{}", "JSON", """{"references":[{"name":"n","subject":"avro-part","version":1}]}""");

        answer.Refused(422, 42201, "Invalid JSON schema: a reference leads to a schema of type AVRO");
    }

    [Fact]
    public async Task Register_Protobuf_ReturnsItsTypeAndSaysWhatIsWrong()
    {
        var answer = (await _registry.RegisterAsync("proto", "syntax = \"proto3\"; message M { int32 a = 1; }", "PROTOBUF")).Ok();
        var wrong = await _registry.RegisterAsync("proto", "syntax = \"proto3\";\nmessage M { int32 a; }", "PROTOBUF");

        Assert.Equal("PROTOBUF", answer.GetProperty("schemaType").GetString());
        wrong.Refused(422, 42201, "Invalid PROTOBUF schema: line 2, column 20: \"=\" is expected");
    }

    [Fact]
    public async Task Register_ProtobufReference_IsImportedByItsName()
    {
        const string Main = "syntax = \"proto3\"; import \"geo/address.proto\"; message Person { geo.Address home = 1; }";
        (await _registry.RegisterAsync("address-part", "syntax = \"proto3\"; package geo; message City { string name = 1; }", "PROTOBUF")).Ok();
        (await _registry.RegisterAsync(
            "address-proto",
            "syntax = \"proto3\"; package geo; import \"city.proto\"; message Address { City city = 1; }",
            "PROTOBUF",
            """{"references":[{"name":"city.proto","subject":"address-part","version":1}]}""")).Ok();

        (await _registry.RegisterAsync("person-proto", Main, "PROTOBUF", """{"references":[{"name":"geo/address.proto","subject":"address-proto","version":1}]}""")).Ok();
        var without = await _registry.RegisterAsync("person-proto", Main, "PROTOBUF");

        without.Refused(422, 42201, "Invalid PROTOBUF schema: line 1, column 27: \"geo/address.proto\" is not found: give it as a reference of this name");
    }

    [Fact]
    public async Task Register_UnknownType_IsRefused() =>
        (await _registry.RegisterAsync("thrift", "{}", "THRIFT")).Refused(422, 42201, "Invalid schema type THRIFT");

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"schema":""}""")]
    [InlineData("""{"schema":null}""")]
    public async Task Register_NoSchema_IsRefused(string body) =>
        (await _registry.PostAsync("/subjects/empty/versions", body)).Refused(422, 42201, "Empty schema");

    [Fact]
    public async Task Register_NonAsciiText_ComesBackUnchanged()
    {
        const string Text = """{"type":"string","doc":"Grüße, 世界 😀 <&'+> \u00e9"}""";
        (await _registry.RegisterAsync("unicode", Text)).Ok();

        Assert.Equal(Text, (await _registry.GetAsync("/subjects/unicode/versions/latest/schema")).Text);
        Assert.Equal(Text, (await _registry.GetAsync("/subjects/unicode/versions/latest")).Ok().GetProperty("schema").GetString());
    }

    [Fact]
    public async Task Register_ManyClientsSameSchema_AgreeOnOneIdAndVersion()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => _registry.RegisterAsync("race-same", """{"type":"int","doc":"race"}""")));

        Assert.Single(answers.Select(static answer => (answer.Ok().GetProperty("id").GetInt32(), answer.Json.GetProperty("version").GetInt32())).Distinct());
    }

    [Fact]
    public async Task Register_ManyClientsSameSchemaInManySubjects_AgreeOnOneId()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => _registry.RegisterAsync($"race-subject-{i}", """{"type":"int","doc":"subjects"}""")));

        Assert.Single(answers.Select(static answer => answer.Ok().GetProperty("id").GetInt32()).Distinct());
        Assert.All(answers, static answer => Assert.Equal(1, answer.Json.GetProperty("version").GetInt32()));
    }

    [Fact]
    public async Task Register_ManyClientsDifferentSchemas_GetVersionsWithoutGaps()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => _registry.RegisterAsync("race-different", $$"""{"type":"int","doc":"{{i}}"}""")));

        Assert.Equal(Enumerable.Range(1, 64), answers.Select(static answer => answer.Ok().GetProperty("version").GetInt32()).Order());
        Assert.Equal(64, answers.Select(static answer => answer.Json.GetProperty("id").GetInt32()).Distinct().Count());
        var versions = (await _registry.GetAsync("/subjects/race-different/versions")).Ok();
        Assert.Equal(Enumerable.Range(1, 64), versions.EnumerateArray().Select(static version => version.GetInt32()));
    }

    private async Task<int> IdAsync(string subject, string schema, string type) => (await _registry.RegisterAsync(subject, schema, type)).Ok().GetProperty("id").GetInt32();
}
