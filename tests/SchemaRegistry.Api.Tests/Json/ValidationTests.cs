using System.Text;
using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Json;

namespace SchemaRegistry.Api.Tests.Json;

public sealed class ValidationTests
{
    [Theory]
    [InlineData("""{"type":"integer"}""", "1.0")]
    [InlineData("""{"type":"integer"}""", "1e300")]
    [InlineData("""{"const":1}""", "1.00")]
    [InlineData("""{"multipleOf":0.01}""", "19.99")]
    [InlineData("""{"multipleOf":0.01}""", "123456789012345678901234567890.12")]
    [InlineData("""{"multipleOf":3}""", "3e400000000")]
    [InlineData("""{"maximum":9007199254740993}""", "9007199254740993")]
    [InlineData("""{"minimum":-1e-400}""", "-1e-401")]
    [InlineData("""{"maxLength":2}""", "\"🐲🐲\"")]
    [InlineData("""{"pattern":"^🐲*$"}""", "\"🐲🐲\"")]
    [InlineData("""{"pattern":"^.$"}""", "\"🐲\"")]
    [InlineData("""{"pattern":"^[^a]$"}""", "\"🐲\"")]
    [InlineData("""{"pattern":"^[🐲-🐴a]{2}$"}""", "\"🐳a\"")]
    [InlineData("""{"pattern":"^\\p{Letter}\\w\\d$"}""", "\"äa1\"")]
    [InlineData("""{"uniqueItems":true}""", "[1,true,\"1\",[1],{\"a\":1}]")]
    [InlineData("""{"format":"date"}""", "\"no date\"")]
    public void Document_ThatIsValid_HasNoErrors(string schema, string document) => Assert.Empty(JsonSchemas.Validate(schema, document));

    [Theory]
    [InlineData("""{"properties":{"a/b":{"items":{"type":"string"}}}}""", """{"a/b":["",1]}""", "/a~1b/1", "/properties/a~1b/items/type", "the value must be of type string, not number")]
    [InlineData("""{"maximum":9007199254740992}""", "9007199254740993", "", "/maximum", "the value must be less than or equal to 9007199254740992")]
    [InlineData("""{"multipleOf":0.01}""", "19.991", "", "/multipleOf", "the value must be a multiple of 0.01")]
    [InlineData("""{"required":["a","b"]}""", """{"a":1}""", "", "/required", "the value lacks \"b\"")]
    [InlineData("""{"properties":{"a":{}},"additionalProperties":false}""", """{"a":1,"b":2}""", "/b", "/additionalProperties", "the value is not allowed: the schema has no member \"b\"")]
    [InlineData("""{"uniqueItems":true}""", "[1,{\"a\":2},{\"a\":2.0}]", "", "/uniqueItems", "the value has the item {\"a\":2} twice")]
    [InlineData("""{"pattern":"^\\d$"}""", "\"٣\"", "", "/pattern", "the value does not match the pattern ^\\d$")]
    [InlineData("""{"pattern":"a$"}""", "\"a\\n\"", "", "/pattern", "the value does not match the pattern a$")]
    [InlineData("""{"items":false}""", "[1]", "/0", "/items", "nothing is allowed here")]
    [InlineData("""{"not":{"type":"null"}}""", "null", "", "/not", "the value is valid for the schema under \"not\"")]
    [InlineData("""{"oneOf":[{},true]}""", "1", "", "/oneOf", "the value is valid for more than one of the schemas under \"oneOf\": 0, 1")]
    [InlineData("""{"contains":{"const":1}}""", "[2]", "", "/contains", "the value must have at least 1 items that match, not 0")]
    [InlineData("""{"dependencies":{"a":["b"]}}""", """{"a":1}""", "", "/dependencies", "the value has \"a\" and therefore needs \"b\"")]
    [InlineData("""{"if":{"type":"null"},"else":{"type":"string"}}""", "1", "", "/else/type", "the value must be of type string, not number")]
    [InlineData("{}", "{\"a\":\n1,}", "", "", "line 2, column 3: The JSON object contains a trailing comma at the end which is not supported in this mode. Change the reader options.")]
    [InlineData("{}", """{"a":1,"a":1}""", "", "", "line 1, column 8: the name \"a\" stands twice in one object")]
    public void Document_ThatIsNotValid_SaysWhereAndWhy(string schema, string document, string instance, string keyword, string reason) =>
        Assert.Equal(new DocumentError(instance, keyword, reason), Assert.Single(JsonSchemas.Validate(schema, document)) with { AbsoluteKeywordLocation = null });

    [Fact]
    public void AnyOf_ThatFails_TellsWhyEachSchemaRefuses()
    {
        var errors = JsonSchemas.Validate("""{"anyOf":[{"type":"string"},{"minimum":3}]}""", "1");

        Assert.Equal(["/anyOf", "/anyOf/0/type", "/anyOf/1/minimum"], errors.Select(static error => error.KeywordLocation));
    }

    [Fact]
    public void Formats_AreAssertedOnRequest()
    {
        var schema = JsonSchemas.Parse("""{"format":"date"}""");
        var options = DocumentOptions.Json with { AssertsFormats = true };

        Assert.Empty(schema.Validate("\"2023-02-29\""));
        Assert.Empty(schema.Validate("\"2024-02-29\""u8, options));
        Assert.Equal("the value is not a valid date", Assert.Single(schema.Validate("\"2023-02-29\""u8, options)).Reason);
    }

    [Fact]
    public void Errors_AreListedUpToAThousand() =>
        Assert.Equal(1_000, JsonSchemas.Validate("""{"items":{"type":"string"}}""", $"[{string.Join(',', Enumerable.Repeat("1", 5_000))}]").Count);
}
