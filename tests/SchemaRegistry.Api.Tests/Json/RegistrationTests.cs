using System.Text;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Json;

public sealed class RegistrationTests(RegistryServer server) : IClassFixture<RegistryServer>
{
    private readonly RegistryClient _registry = server.Registry;

    [Theory]
    [InlineData("""{"type":"strin"}""", "line 1, column 9: #/type: the value must be one of \"array\", \"boolean\", \"integer\", \"null\", \"number\", \"object\", \"string\"; or: the value must be of type array, not string")]
    [InlineData("{\n  \"properties\": {\"a\": {\"minLength\": -1}}}", "line 2, column 37: #/properties/a/minLength: the value must be more than or equal to 0")]
    [InlineData("""{"required":"a"}""", "line 1, column 13: #/required: the value must be of type array, not string")]
    [InlineData("""{"pattern":"(a"}""", "line 1, column 12: #/pattern: \"(a\" is not a regular expression of ECMA-262: Invalid pattern '(a' at offset 2. Not enough )'s.")]
    [InlineData("""{"$ref":"#/definitions/a"}""", "line 1, column 9: #: the reference \"#/definitions/a\" leads nowhere: neither this schema nor the schemas it references have it")]
    [InlineData("""{"items":{"$ref":"other.json"}}""", "line 1, column 18: #/items: the reference \"other.json\" leads nowhere: neither this schema nor the schemas it references have it")]
    [InlineData("""{"definitions":{"a":{"$ref":"#nowhere"}}}""", "line 1, column 29: #/definitions/a: the reference \"#nowhere\" leads nowhere: neither this schema nor the schemas it references have it")]
    [InlineData("""{"a":1,"a":2}""", "line 1, column 8: the name \"a\" stands twice in one object")]
    [InlineData("""{"$schema":"http://json-schema.org/draft-04/schema#","exclusiveMinimum":1,"minimum":0}""", "line 1, column 73: #/exclusiveMinimum: the value must be of type boolean, not number")]
    public async Task Register_BadSchema_IsRefusedWithPositionAndReason(string schema, string reason) =>
        (await _registry.RegisterAsync("json-bad", schema, "JSON")).Refused(422, 42201, "Invalid JSON schema: " + reason);

    [Theory]
    [InlineData("true")]
    [InlineData("""{"$schema":"https://example.com/nobody-knows","type":"object"}""")]
    [InlineData("""{"$schema":"https://json-schema.org/draft/2019-09/schema","$recursiveRef":"#"}""")]
    [InlineData("""{"$ref":"http://json-schema.org/draft-07/schema#"}""")]
    [InlineData("""{"type":"string","max":42}""")]
    [InlineData("""{"pattern":"^(?i)a"}""")]
    public async Task Register_GoodSchema_IsAccepted(string schema) => (await _registry.RegisterAsync($"json-good-{schema.Length}", schema, "JSON")).Ok();

    [Fact]
    public void References_AreFoundByNameUriAndRelativeUri()
    {
        const string Schema = """
            {"$id":"https://example.com/schemas/order.json",
             "properties":{"a":{"$ref":"address.json"},"b":{"$ref":"https://example.com/schemas/person.json#/definitions/name"},"c":{"$ref":"money"},"d":{"$ref":"https://id.example/inner#x"}}}
            """;
        NamedSchema[] references =
        [
            new("address.json", """{"type":"object"}"""),
            new("https://example.com/schemas/person.json", """{"definitions":{"name":{"type":"string"}}}"""),
            new("money", """{"properties":{"amount":{"$ref":"address.json"}}}"""),
            new("any name", """{"$id":"https://id.example/inner","definitions":{"x":{"$id":"#x","type":"null"}}}"""),
        ];
        var schema = JsonSchemas.Parse(Schema, references);

        Assert.Empty(schema.Validate("""{"a":{},"b":"x","c":{"amount":{}},"d":null}"""));
        var errors = schema.Validate("""{"a":1,"b":1,"c":{"amount":1},"d":1}""");
        Assert.Equal(["/a", "/b", "/c/amount", "/d"], errors.Select(static error => error.InstanceLocation));
        Assert.Equal(
            ["address.json#/type", "https://example.com/schemas/person.json#/definitions/name/type", "address.json#/type", "any name#/definitions/x/type"],
            errors.Select(static error => error.KeywordLocation));
    }

    [Fact]
    public void Reference_ToABrokenSchema_NamesIt()
    {
        var exception = Assert.Throws<SchemaSyntaxException>(() => JsonSchemas.Parse("""{"$ref":"other"}""", new NamedSchema("other", "{")));

        Assert.StartsWith("the referenced schema \"other\": ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MetaSchema_OfTheUser_IsObeyed()
    {
        const string MetaSchema = """
            {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://example.com/meta",
             "$vocabulary":{"https://json-schema.org/draft/2020-12/vocab/core":true,"https://json-schema.org/draft/2020-12/vocab/applicator":true},
             "required":["title"]}
            """;
        var reference = new NamedSchema("https://example.com/meta", MetaSchema);

        var schema = JsonSchemas.Parse("""{"$schema":"https://example.com/meta","title":"t","type":"string"}""", reference);

        Assert.Empty(schema.Validate("1"));
        var exception = Assert.Throws<SchemaSyntaxException>(() => JsonSchemas.Parse("""{"$schema":"https://example.com/meta"}""", reference));
        Assert.Contains("lacks \"title\"", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "b": 1.0, "a": [1e2, 0.10, "\u0041"] }""", """{"a":[100,0.1,"A"],"b":1}""")]
    [InlineData("""{"default":-0.0,"maximum":1E400,"minimum":123e-9}""", """{"default":0,"maximum":1e400,"minimum":1.23e-7}""")]
    [InlineData("""{"title":"Ä <é> / \" \u000a"}""", """{"title":"Ä <é> / \" \n"}""")]
    [InlineData("true", "true")]
    public void CanonicalText_IsOneForAllSpellings(string schema, string canonical)
    {
        Assert.Equal(canonical, JsonSchemas.Parse(schema).CanonicalText);
        Assert.Equal(canonical, JsonSchemas.Parse(canonical).CanonicalText);
    }

    [Fact]
    public void Documents_InBinary_AreRefused() =>
        Assert.Single(JsonSchemas.Parse("{}").Validate(Encoding.UTF8.GetBytes("1"), DocumentOptions.Binary));
}
