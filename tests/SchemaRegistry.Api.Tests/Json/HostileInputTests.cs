using System.Globalization;
using System.Text;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Json;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Json;

/// <summary>Nothing that is sent may stall the server: what had no bound would not end at all.</summary>
public sealed class HostileInputTests
{
    public static TheoryData<string, string> Documents => new()
    {
        { """{"type":"array"}""", new string('[', 100_000) },
        { """{"type":"array"}""", new string('[', 100_000) + new string(']', 100_000) },
        { """{"type":"object"}""", """{"a":1,"a":2}""" },
        { """{"type":"string"}""", "\"\\ud800\"" },
        { """{"type":"string"}""", "" },
        { """{"type":"string"}""", "\"a\" \"b\"" },
        { """{"type":"number"}""", new string('9', 200_000) },
        { """{"maximum":1}""", "1e400000000" },
        { """{"multipleOf":7}""", "1e400000000" },
        { """{"type":"integer"}""", "1e-400000000" },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public void Document_ThatIsHostile_IsRefusedWithWorkThatItsLengthBounds(string schema, string document)
    {
        var parsed = JsonSchemas.Parse(schema);

        Assert.NotEmpty(parsed.Validate(document));

        Assert.InRange(Allocations.Of(() => parsed.Validate(document)), 1, (8 * document.Length) + 20_000);
    }

    [Fact]
    public void Document_ThatIsNotUtf8_IsRefused()
    {
        var errors = JsonSchemas.Parse("{}").Validate([(byte)'"', 0xFF, (byte)'"'], DocumentOptions.Json);

        Assert.Contains("not UTF-8", Assert.Single(errors).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Document_OfDepthN_DoesNotTakeTwoToTheN()
    {
        // Each level is led to by two ways: without memory the 100 levels take 2^100 steps.
        const string Schema = """{"anyOf":[{"items":{"$ref":"#"},"minItems":1},{"items":{"$ref":"#"},"maxItems":1},{"type":"string"}]}""";
        const string Both = """{"allOf":[{"items":{"$ref":"#"}},{"additionalItems":false,"items":{"$ref":"#"}}],"not":{"type":"null"}}""";
        var valid = new string('[', 100) + "1" + new string(']', 100);
        var invalid = new string('[', 100) + "null" + new string(']', 100);

        Assert.Empty(JsonSchemas.Validate(Schema, valid));
        Assert.Empty(JsonSchemas.Validate(Both, valid));
        Assert.NotEmpty(JsonSchemas.Validate(Both, invalid));
    }

    [Fact]
    public void Unevaluated_AtEachLevel_DoesNotTakeTwoToTheN()
    {
        const string Schema = """
            {"$schema":"https://json-schema.org/draft/2020-12/schema","$ref":"#/$defs/a",
             "$defs":{"a":{"allOf":[{"$ref":"#/$defs/b"},{"$ref":"#/$defs/b"}],"unevaluatedProperties":false},
                      "b":{"properties":{"x":{"$ref":"#/$defs/a"}}}}}
            """;
        var document = string.Concat(Enumerable.Repeat("{\"x\":", 100)) + "{\"y\":1}" + new string('}', 100);

        var error = Assert.Single(JsonSchemas.Validate(Schema, document));

        Assert.EndsWith("/x/y", error.InstanceLocation, StringComparison.Ordinal);
    }

    [Fact]
    public void AllOf_ThatDoublesAtEachStep_IsEvaluatedOnce()
    {
        var definitions = string.Join(',', Enumerable.Range(1, 80).Select(static step =>
            $$$"""
            "d{{{step}}}":{"allOf":[{"$ref":"#/definitions/d{{{step - 1}}}"},{"$ref":"#/definitions/d{{{step - 1}}}"}]}
            """));
        var schema = $$"""{"definitions":{"d0":{"type":"string"},{{definitions}}},"$ref":"#/definitions/d80"}""";

        Assert.Empty(JsonSchemas.Validate(schema, "\"a\""));
        Assert.Equal("registry:///#/definitions/d0/type", Assert.Single(JsonSchemas.Validate(schema, "1")).AbsoluteKeywordLocation);
    }

    [Fact]
    public void Chain_OfReferencesWithoutEnd_IsRefusedAndDoesNotOverflow()
    {
        var definitions = string.Join(',', Enumerable.Range(1, 50_000).Select(static step => $$"""
            "d{{step}}":{"allOf":[{"$ref":"#/definitions/d{{step - 1}}"}]}
            """));
        var schema = JsonSchemas.Parse($$"""{"definitions":{"d0":{"type":"string"},{{definitions}}},"$ref":"#/definitions/d50000"}""");

        Assert.Throws<WorkLimitException>(() => schema.Validate("\"a\""));
        Assert.Throws<WorkLimitException>(() => schema.FindIncompatibilities(JsonSchemas.Parse("""{"type":"null"}"""), CompatibilityPolicy.Strict));
    }

    [Theory]
    [InlineData("(a+)+$")]
    [InlineData("(a|aa)+$")]
    [InlineData("^(([a-z])+.)+[A-Z]([a-z])+$")]
    public void Pattern_ThatBacktracksElsewhere_TakesLinearTime(string pattern)
    {
        var errors = JsonSchemas.Validate($$"""{"pattern":"{{pattern}}"}""", $"\"{new string('a', 50_000)}!\"");

        Assert.Single(errors);
    }

    [Fact]
    public void Pattern_ThatMustBacktrack_IsLimitedByTime()
    {
        var schema = JsonSchemas.Parse("""{"pattern":"^(?=(a+)+$)b"}""");

        Assert.Throws<WorkLimitException>(() => schema.Validate($"\"{new string('a', 5_000)}!\""));
    }

    [Fact]
    public void References_ThatLeadInACircle_AreRefused()
    {
        var exception = Assert.Throws<SchemaSyntaxException>(() =>
            JsonSchemas.Parse("""{"$ref":"#/definitions/a","definitions":{"a":{"$ref":"#/definitions/b"},"b":{"$ref":"#/definitions/a"}}}"""));

        Assert.Contains("circle", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"anyOf":[{"$ref":"#"},{"type":"string"}]}""")]
    [InlineData("""{"not":{"$ref":"#"}}""")]
    [InlineData("""{"$schema":"https://json-schema.org/draft/2020-12/schema","$ref":"#","type":"string"}""")]
    public void Schema_ThatLeadsBackToItselfWithTheSameValue_Ends(string schema) => JsonSchemas.Validate(schema, "1");

    [Fact]
    public void Schema_ThatDeniesItself_AllowsNothing() => Assert.Single(JsonSchemas.Validate("""{"not":{"$ref":"#"}}""", "1"));

    [Theory]
    [InlineData("[")]
    [InlineData("{\"not\":")]
    public void Schema_ThatNestsTooDeep_IsRefused(string bracket)
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(bracket, 100_000)));

        Assert.Throws<SchemaSyntaxException>(() => new JsonSchemaFormat().Parse(text, []));
    }

    [Fact]
    public void Schema_OfTheDeepestNesting_IsReadAndCompared()
    {
        var schema = JsonSchemas.Parse(string.Concat(Enumerable.Repeat("{\"not\":", 199)) + "{}" + new string('}', 199));

        Assert.Empty(schema.FindIncompatibilities(schema, CompatibilityPolicy.Strict));
        schema.Validate("1");
    }

    [Fact]
    public void UniqueItems_OfManyItems_TakesLinearTime()
    {
        var items = string.Join(',', Enumerable.Range(0, 100_000).Select(static index => string.Create(CultureInfo.InvariantCulture, $$"""{"a":[{{index}}]}""")));

        Assert.Empty(JsonSchemas.Validate("""{"uniqueItems":true}""", $"[{items}]"));
        Assert.Single(JsonSchemas.Validate("""{"uniqueItems":true}""", $$"""[{{items}},{"a":[7.0]}]"""));
    }

    [Fact]
    public void Work_BeyondTheBound_IsRefused()
    {
        var patterns = string.Join(',', Enumerable.Range(0, 2_000).Select(static index => $"\"^p{index}$\":{{}}"));
        var members = string.Join(',', Enumerable.Range(0, 20_000).Select(static index => $"\"m{index}\":1"));
        var schema = JsonSchemas.Parse($$"""{"patternProperties":{ {{patterns}} } }""");

        Assert.Throws<WorkLimitException>(() => schema.Validate($"{{{members}}}"));
    }

    [Fact]
    public void LongName_AboveManySchemas_IsNotCopiedForEach()
    {
        var name = new string('n', 1_000_000);
        var schemas = string.Join(',', Enumerable.Range(0, 20_000).Select(static index => $"\"p{index}\":{{\"type\":\"string\"}}"));
        var members = string.Join(',', Enumerable.Range(0, 20_000).Select(static index => $"\"p{index}\":1"));
        var text = $$"""{"properties":{"{{name}}":{"properties":{ {{schemas}} } } } }""";
        var schema = JsonSchemas.Parse(text);

        var errors = schema.Validate($$"""{"{{name}}":{ {{members}} } }""");
        var changes = JsonSchemas.Parse(text.Replace("string", "null", StringComparison.Ordinal)).FindIncompatibilities(schema, CompatibilityPolicy.Strict);

        Assert.InRange(errors.Count, 1, 10);
        Assert.InRange(changes.Count, 1, 10);
    }

    [Fact]
    public void Patterns_InGreatNumber_AreRefused()
    {
        var patterns = string.Join(',', Enumerable.Range(0, 50_000).Select(static index => $"\"^p{index}$\":true"));

        Assert.Throws<WorkLimitException>(() => JsonSchemas.Parse($$"""{"patternProperties":{ {{patterns}} } }"""));
    }
}
