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
            ["/properties/a/$ref/type", "/properties/b/$ref/type", "/properties/c/$ref/properties/amount/$ref/type", "/properties/d/$ref/type"],
            errors.Select(static error => error.KeywordLocation));
        Assert.Equal(
            ["registry:///address.json#/type", "https://example.com/schemas/person.json#/definitions/name/type", "registry:///address.json#/type", "https://id.example/inner#/definitions/x/type"],
            errors.Select(static error => error.AbsoluteKeywordLocation));
    }

    [Theory]
    [InlineData("""
        {"$schema":"https://json-schema.org/draft/2020-12/schema","$ref":"https://e.x/a","$defs":{"a":{"$id":"https://e.x/a","$schema":"http://json-schema.org/draft-07/schema#",
         "items":[{"type":"integer"}],"additionalItems":false}}}
        """, "[1]", "[1,2]")]
    [InlineData("""
        {"$schema":"http://json-schema.org/draft-07/schema#","allOf":[{"$ref":"https://e.x/a"}],"definitions":{"a":{"$id":"https://e.x/a",
         "$schema":"https://json-schema.org/draft/2020-12/schema","prefixItems":[{"type":"integer"}],"items":false}}}
        """, "[1]", "[1,2]")]
    [InlineData("""
        {"$schema":"https://json-schema.org/draft/2020-12/schema","items":{"$ref":"https://e.x/a"},"$defs":{"a":{"id":"https://e.x/a",
         "$schema":"http://json-schema.org/draft-04/schema#","minimum":3,"exclusiveMinimum":true,"properties":{"b":{"id":"https://e.x/b","$id":"https://e.x/b",
         "$schema":"http://json-schema.org/draft-06/schema#","exclusiveMinimum":3}}}}}
        """, "[4]", "[3]")]
    public void Parts_InOtherDrafts_MeanWhatTheirDraftSays(string schema, string valid, string invalid)
    {
        var parsed = JsonSchemas.Parse(schema);

        Assert.Empty(parsed.Validate(valid));
        Assert.NotEmpty(parsed.Validate(invalid));
    }

    [Theory]
    [InlineData("http://json-schema.org/draft-04/schema#", false)]
    [InlineData("http://json-schema.org/draft-06/schema#", false)]
    [InlineData("http://json-schema.org/draft-07/schema#", true)]
    [InlineData("https://json-schema.org/draft/2019-09/schema", true)]
    [InlineData("https://json-schema.org/draft/2020-12/schema", true)]
    public void Enum_WithAValueTwiceOrNone_IsUpToTheDraft(string draft, bool isAllowed)
    {
        foreach (var values in new[] { "[1,1.0]", "[]" })
        {
            var error = Record.Exception(() => JsonSchemas.Parse($$"""{"$schema":"{{draft}}","enum":{{values}}}"""));

            Assert.True(isAllowed == error is null, $"{draft} {values}: {error?.Message}");
        }
    }

    [Theory]
    [InlineData("http://json-schema.org/draft-04/schema#", "http://json-schema.org/draft-06/schema#", "https://e.x/a#/exclusiveMinimum: the value must be of type number, not boolean")]
    [InlineData("http://json-schema.org/draft-06/schema#", "http://json-schema.org/draft-06/schema#", "#/definitions/a/exclusiveMinimum: the value must be of type number, not boolean")]
    public void Part_InAnotherDraft_IsCheckedByThatOne(string draft, string partDraft, string reason)
    {
        var exception = Assert.Throws<SchemaSyntaxException>(() => JsonSchemas.Parse($$$"""
            {"$schema":"{{{draft}}}","definitions":{"a":{"$id":"https://e.x/a","$schema":"{{{partDraft}}}","minimum":1,"exclusiveMinimum":true} } }
            """));

        Assert.Equal(reason, exception.Message);
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
