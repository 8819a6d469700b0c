using System.Globalization;
using SchemaRegistry.Api.Schemas.Formats;

namespace SchemaRegistry.Api.Tests.Json;

public sealed class CompatibilityTests
{
    private const string Latest = """ "$schema":"https://json-schema.org/draft/2020-12/schema", """;

    [Theory]
    [InlineData("{}", "{}")]
    [InlineData("""{"type":"string"}""", "{}")]
    [InlineData("""{"type":"string"}""", "true")]
    [InlineData("false", """{"type":"string"}""")]
    [InlineData("""{"type":"integer"}""", """{"type":"number"}""")]
    [InlineData("""{"title":"a","description":"b","default":1}""", """{"title":"c"}""")]
    [InlineData("""{"type":"string","minLength":3,"maxLength":5,"pattern":"a"}""", """{"type":"string","minLength":2,"maxLength":6}""")]
    [InlineData("""{"maximum":3,"minimum":1,"exclusiveMaximum":4}""", """{"maximum":4,"minimum":0,"exclusiveMaximum":5}""")]
    [InlineData("""{"multipleOf":6}""", """{"multipleOf":3}""")]
    [InlineData("""{"multipleOf":0.06}""", """{"multipleOf":0.01}""")]
    [InlineData("""{"multipleOf":0.5}""", """{"multipleOf":0.50}""")]
    [InlineData("""{"enum":["a"]}""", """{"enum":["b","a"]}""")]
    [InlineData("""{"enum":[1]}""", """{"enum":[1.0]}""")]
    [InlineData("""{"type":"string","enum":["a"]}""", """{"type":"string"}""")]
    [InlineData("""{"type":"string"}""", """{"type":["string","null"]}""")]
    [InlineData("""{"type":"string"}""", """{"oneOf":[{"type":"number"},{"type":"string"}]}""")]
    [InlineData("""{"oneOf":[{"type":"string"}]}""", """{"anyOf":[{"type":"number"},{"type":"string"}]}""")]
    [InlineData("""{"anyOf":[{"type":"string"}]}""", """{"oneOf":[{"type":"number"},{"type":"string"}]}""")]
    [InlineData("""{"allOf":[{"type":"string"},{"enum":["a"]}]}""", """{"allOf":[{"type":"string"}]}""")]
    [InlineData("""{"allOf":[{"type":"string"},{"type":"string"}]}""", """{"allOf":[{"type":"string"}]}""")]
    [InlineData("""{"allOf":[{"type":"string"},{"maxLength":3}]}""", """{"allOf":[{"maxLength":4},{"type":"string"}]}""")]
    [InlineData("""{"not":{"type":"number"}}""", """{"not":{"type":"integer"}}""")]
    [InlineData("""{"type":"string"}""", """{"$ref":"#/definitions/a","definitions":{"a":{"type":"string"}}}""")]
    [InlineData("""{"properties":{"a":{}},"required":["a"]}""", """{"properties":{"a":{}}}""")]
    [InlineData("""{"properties":{"a":{}}}""", """{"properties":{"a":{"default":1}},"required":["a"]}""")]
    [InlineData("""{"properties":{}}""", """{"properties":{"a":{}}}""")]
    [InlineData("""{"properties":{"a":{"type":"string"}}}""", """{"properties":{}}""")]
    [InlineData("""{"additionalProperties":false}""", """{"properties":{"a":{"type":"string"}},"additionalProperties":false}""")]
    [InlineData("""{"additionalProperties":{"type":"string"}}""", """{"properties":{"a":{"type":"string"}},"additionalProperties":{"type":"string"}}""")]
    [InlineData("""{"additionalProperties":false,"patternProperties":{"^n":{"type":"integer"}}}""",
        """{"properties":{"n1":{"type":"number"}},"additionalProperties":false,"patternProperties":{"^n":{"type":"integer"}}}""")]
    [InlineData("""{"additionalProperties":false,"properties":{"a":false}}""", """{"additionalProperties":false}""")]
    [InlineData("""{"additionalProperties":false}""", """{"additionalProperties":{"type":"string"}}""")]
    [InlineData("""{"dependencies":{"a":["b","c"],"d":{"type":"object"}}}""", """{"dependencies":{"a":["b"]}}""")]
    [InlineData("""{"minProperties":2,"maxProperties":3}""", """{"minProperties":1,"maxProperties":4}""")]
    [InlineData("""{"type":"array","items":{"type":"string"},"uniqueItems":true,"maxItems":1}""", """{"type":"array"}""")]
    [InlineData("""{"items":[{"type":"string"}],"additionalItems":false}""", """{"items":[{"type":"string"},{"type":"null"}],"additionalItems":false}""")]
    [InlineData("""{"items":[{"type":"string"},{"type":"null"}]}""", """{"items":[{"type":"string"}]}""")]
    [InlineData("""{"type":"string","connect.type":"bytes"}""", """{"type":"number","connect.type":"bytes"}""")]
    [InlineData("""{"type":"string","items":{},"properties":{}}""", """{"type":"string","minLength":0,"items":{},"minItems":0,"properties":{},"minProperties":0}""")]
    [InlineData("""{"if":{"type":"string"},"then":{"minLength":1}}""", """{"if":{"type":"string"},"then":{"minLength":2}}""")]
    public void Change_ThatAllowsAllThatWasAllowed_IsCompatible(string older, string newer) => Assert.Empty(JsonSchemas.Changes(older, newer));

    [Theory]
    [InlineData("{}", """{"type":"string"}""", "TYPE_CHANGED #/")]
    [InlineData("""{"type":"object"}""", """{"type":"array"}""", "TYPE_CHANGED #/")]
    [InlineData("""{"type":"string"}""", """{"type":"string","enum":["a"]}""", "TYPE_CHANGED #/")]
    [InlineData("""{"type":"string","connect.type":"bytes"}""", """{"type":"number","connect.type":"int64"}""", "TYPE_CHANGED #/")]
    [InlineData("""{"type":"number"}""", """{"type":"integer"}""", "TYPE_NARROWED #/")]
    [InlineData("""{"type":"string"}""", """{"type":"string","minLength":1}""", "MIN_LENGTH_ADDED #/minLength")]
    [InlineData("""{"type":"number"}""", """{"type":"number","minimum":0}""", "MINIMUM_ADDED #/minimum")]
    [InlineData("""{"maxLength":9}""", """{"maxLength":8}""", "MAX_LENGTH_DECREASED #/maxLength")]
    [InlineData("""{"minLength":8}""", """{"minLength":9}""", "MIN_LENGTH_INCREASED #/minLength")]
    [InlineData("""{"pattern":"a"}""", """{"pattern":"b"}""", "PATTERN_CHANGED #/pattern")]
    [InlineData("""{"maximum":5}""", """{"maximum":4.5}""", "MAXIMUM_DECREASED #/maximum")]
    [InlineData("""{"minimum":1e400}""", """{"minimum":1e401}""", "MINIMUM_INCREASED #/minimum")]
    [InlineData("""{"exclusiveMaximum":5}""", """{"exclusiveMaximum":4}""", "EXCLUSIVE_MAXIMUM_DECREASED #/exclusiveMaximum")]
    [InlineData("""{"exclusiveMaximum":5,"maximum":1}""", """{"exclusiveMaximum":4,"maximum":1}""", "EXCLUSIVE_MAXIMUM_DECREASED #/exclusiveMaximum")]
    [InlineData("""{"multipleOf":3}""", """{"multipleOf":6}""", "MULTIPLE_OF_EXPANDED #/multipleOf")]
    [InlineData("""{"multipleOf":0.5}""", """{"multipleOf":10}""", "MULTIPLE_OF_EXPANDED #/multipleOf")]
    [InlineData("""{"multipleOf":10}""", """{"multipleOf":11}""", "MULTIPLE_OF_CHANGED #/multipleOf")]
    [InlineData("""{"enum":["a","b"]}""", """{"enum":["a"]}""", "ENUM_ARRAY_NARROWED #/enum")]
    [InlineData("""{"enum":["a"]}""", """{"enum":["b"]}""", "ENUM_ARRAY_CHANGED #/enum")]
    [InlineData("""{"const":"a"}""", """{"const":"b"}""", "ENUM_ARRAY_CHANGED #/const")]
    [InlineData("""{"not":{"type":"integer"}}""", """{"not":{"type":"number"}}""", "NOT_TYPE_EXTENDED #/not")]
    [InlineData("""{"oneOf":[{"type":"string"}]}""", """{"oneOf":[{"type":"number"}]}""", "COMBINED_TYPE_SUBSCHEMAS_CHANGED #/")]
    [InlineData("""{"oneOf":[{"type":"string"},{"type":"null"}]}""", """{"oneOf":[{"type":"string"}]}""", "SUM_TYPE_NARROWED #/")]
    [InlineData("""{"allOf":[{"type":"string"}]}""", """{"allOf":[{"type":"string"},{"maxLength":1}]}""", "PRODUCT_TYPE_EXTENDED #/")]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"null"}]}""", """{"oneOf":[{"type":"string"}]}""", "COMBINED_TYPE_CHANGED #/")]
    [InlineData("""{"oneOf":[{"type":"string"}]}""", """{"allOf":[{"type":"string"},{"type":"null"}]}""", "COMBINED_TYPE_CHANGED #/")]
    [InlineData("""{"properties":{"a":{"type":"string"}}}""", """{"properties":{"a":{"type":"null"}}}""", "TYPE_CHANGED #/properties/a")]
    [InlineData("""{"properties":{"a":{}}}""", """{"properties":{"a":{}},"required":["a"]}""", "REQUIRED_ATTRIBUTE_ADDED #/required/a")]
    [InlineData("""{"properties":{}}""", """{"properties":{"a":{"type":"null"}}}""", "OPTIONAL_PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL #/properties/a")]
    [InlineData("""{"properties":{}}""", """{"properties":{"a":{"type":"null"}},"required":["a"]}""", "REQUIRED_PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL #/properties/a")]
    [InlineData("""{"additionalProperties":false}""", """{"properties":{"a":{}},"required":["a"],"additionalProperties":false}""",
        "REQUIRED_PROPERTY_ADDED_TO_UNOPEN_CONTENT_MODEL #/properties/a")]
    [InlineData("""{"properties":{"a":{}},"additionalProperties":false}""", """{"additionalProperties":false}""", "PROPERTY_REMOVED_FROM_CLOSED_CONTENT_MODEL #/properties/a")]
    [InlineData("""{"properties":{"a":{"type":"null"}},"additionalProperties":false}""", """{"additionalProperties":{"type":"string"}}""",
        "TYPE_CHANGED #/properties/a", "PROPERTY_REMOVED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL #/properties/a")]
    [InlineData("""{"additionalProperties":{"type":"string"}}""", """{"properties":{"a":{"type":"null"}},"additionalProperties":{"type":"string"}}""",
        "TYPE_CHANGED #/properties/a", "PROPERTY_ADDED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL #/properties/a")]
    [InlineData("""{"additionalProperties":true}""", """{"additionalProperties":false}""", "ADDITIONAL_PROPERTIES_REMOVED #/additionalProperties")]
    [InlineData("""{"additionalProperties":true}""", """{"additionalProperties":{"type":"null"}}""", "ADDITIONAL_PROPERTIES_NARROWED #/additionalProperties")]
    [InlineData("""{"dependencies":{"a":["b"]}}""", """{"dependencies":{"a":["b","c"]}}""", "DEPENDENCY_ARRAY_EXTENDED #/dependencies/a")]
    [InlineData("""{"dependencies":{"a":["b"]}}""", """{"dependencies":{"a":["c"]}}""", "DEPENDENCY_ARRAY_CHANGED #/dependencies/a")]
    [InlineData("""{"dependencies":{}}""", """{"dependencies":{"a":["c"],"b":{}}}""", "DEPENDENCY_ARRAY_ADDED #/dependencies/a", "DEPENDENCY_SCHEMA_ADDED #/dependencies/b")]
    [InlineData("""{"dependencies":{"a":{"type":"string"}}}""", """{"dependencies":{"a":{"type":"null"}}}""", "TYPE_CHANGED #/dependencies/a")]
    [InlineData("""{"type":"array"}""", """{"type":"array","items":{"type":"string"}}""", "SCHEMA_ADDED #/items")]
    [InlineData("""{"items":{"type":"string"}}""", """{"items":{"type":"null"}}""", "TYPE_CHANGED #/items")]
    [InlineData("""{"items":[{}]}""", """{"items":[{},{"type":"null"}]}""", "ITEM_ADDED_TO_OPEN_CONTENT_MODEL #/items/1")]
    [InlineData("""{"items":[{},{}],"additionalItems":false}""", """{"items":[{}],"additionalItems":false}""", "ITEM_REMOVED_FROM_CLOSED_CONTENT_MODEL #/items/1")]
    [InlineData("""{"items":[{}],"additionalItems":{"type":"string"}}""", """{"items":[{},{"type":"null"}],"additionalItems":{"type":"string"}}""",
        "TYPE_CHANGED #/items/1", "ITEM_ADDED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL #/items/1")]
    [InlineData("""{"additionalItems":true}""", """{"additionalItems":false}""", "ADDITIONAL_ITEMS_REMOVED #/additionalItems")]
    [InlineData("""{"type":"array"}""", """{"type":"array","uniqueItems":true}""", "UNIQUE_ITEMS_ADDED #/uniqueItems")]
    [InlineData("""{"definitions":{"a":{"type":"string"}},"items":{"$ref":"#/definitions/a"}}""",
        """{"definitions":{"a":{"type":"null"}},"items":{"$ref":"#/definitions/a"}}""", "TYPE_CHANGED #/items")]
    [InlineData("""{"$schema":"http://json-schema.org/draft-04/schema#","minimum":1}""",
        """{"$schema":"http://json-schema.org/draft-04/schema#","minimum":1,"exclusiveMinimum":true}""", "EXCLUSIVE_MINIMUM_ADDED #/exclusiveMinimum")]
    public void Change_ThatRefusesWhatWasAllowed_IsTold(string older, string newer, params string[] expected) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), JsonSchemas.Changes(older, newer).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(""" "prefixItems":[{}],"items":false """, """ "prefixItems":[{},{"type":"null"}],"items":true """)]
    [InlineData(""" "items":true """, """ "items":false """, "ADDITIONAL_ITEMS_REMOVED #/additionalItems")]
    [InlineData(""" "items":{"type":"string"} """, """ "items":{"type":"null"} """, "TYPE_CHANGED #/items")]
    [InlineData(""" "prefixItems":[{}] """, """ "prefixItems":[{},{"type":"null"}] """, "ITEM_ADDED_TO_OPEN_CONTENT_MODEL #/items/1")]
    [InlineData(""" "type":"array" """, """ "type":"array","contains":{} """, "MIN_CONTAINS_ADDED #/minContains")]
    [InlineData(""" "contains":{},"maxContains":3 """, """ "contains":{},"maxContains":2 """, "MAX_CONTAINS_DECREASED #/maxContains")]
    [InlineData(""" "contains":{},"minContains":3 """, """ "contains":{},"minContains":2 """)]
    [InlineData(""" "properties":{},"additionalProperties":false """, """ "properties":{} """)]
    [InlineData(""" "type":"object" """, """ "type":"object","unevaluatedProperties":false """, "UNEVALUATED_PROPERTIES_REMOVED #/unevaluatedProperties")]
    [InlineData(""" "type":"object" """, """ "type":"object","unevaluatedProperties":{"type":"null"} """, "UNEVALUATED_PROPERTIES_NARROWED #/unevaluatedProperties")]
    [InlineData(""" "type":"object","unevaluatedProperties":false """, """ "type":"object","properties":{"a":{"type":"null"}},"unevaluatedProperties":false """)]
    [InlineData(""" "dependentRequired":{"a":["b"]} """, """ "dependentRequired":{"a":["b","c"]} """, "DEPENDENCY_ARRAY_EXTENDED #/dependencies/a")]
    [InlineData(""" "$defs":{"a":{"type":"string"}},"$ref":"#/$defs/a" """, """ "type":"string" """)]
    public void Change_InDraft202012_IsJudgedAlike(string older, string newer, params string[] expected) =>
        Assert.Equal(expected, JsonSchemas.Changes($"{{{Latest}{older}}}", $"{{{Latest}{newer}}}"));

    [Theory]
    [InlineData("""{"properties":{}}""", """{"properties":{"a":{"type":"null"}}}""", true)]
    [InlineData("""{"properties":{}}""", """{"properties":{"a":{"type":"null","default":null}},"required":["a"]}""", true)]
    [InlineData("""{"properties":{}}""", """{"properties":{"a":{"type":"null"}},"required":["a"]}""", false)]
    [InlineData("""{"properties":{"a":{}},"additionalProperties":false}""", """{"additionalProperties":false}""", true)]
    [InlineData("""{"additionalProperties":true}""", """{"additionalProperties":false}""", true)]
    [InlineData("""{"additionalProperties":true}""", """{"additionalProperties":{"type":"null"}}""", true)]
    [InlineData("""{"properties":{"a":{"type":"string"}}}""", """{"properties":{"a":{"type":"null"}}}""", false)]
    public void Change_OfAnOpenContentModel_IsForgivenByTheLenientPolicy(string older, string newer, bool compatible)
    {
        Assert.NotEmpty(JsonSchemas.Changes(older, newer));
        Assert.Equal(compatible, !JsonSchemas.Changes(older, newer, CompatibilityPolicy.Lenient).Any());
    }

    [Fact]
    public void Cycle_ThroughUnions_HidesNoChange()
    {
        // The cycle T0 -> T2 -> T0 is taken for compatible while T0 is still compared.
        static string Schema(string first, string second)
        {
            static string Type(string id, string next) =>
                $$$"""{"type":"object","properties":{"id":{"type":"{{{id}}}"},"next":{"oneOf":[{"$ref":"#/definitions/{{{next}}}"}]} } }""";
            return $$$"""
                {"definitions":{"T0":{{{Type(first, "T2")}}},"T1":{{{Type(second, "T2")}}},"T2":{{{Type("integer", "T0")}}}},
                 "properties":{"root":{"oneOf":[{"$ref":"#/definitions/T0"},{"$ref":"#/definitions/T1"}]} } }
                """;
        }

        Assert.Empty(JsonSchemas.Changes(Schema("integer", "boolean"), Schema("integer", "boolean")));
        Assert.NotEmpty(JsonSchemas.Changes(Schema("integer", "boolean"), Schema("boolean", "number")));
    }

    [Fact]
    public void Unions_ThatReferToEachOther_AreComparedOnce()
    {
        var names = Enumerable.Range(0, 12).ToArray();
        var union = $$"""{"oneOf":[{{string.Join(',', names.Select(static name => $$"""{"$ref":"#/definitions/T{{name}}"}"""))}}]}""";
        string Schema(string id)
        {
            var properties = string.Join(',', Enumerable.Range(0, 5).Select(index => $"\"p{index}\":{union}"));
            var types = names.Select(name =>
                string.Create(CultureInfo.InvariantCulture, $$"""
                    "T{{name}}":{"type":"object","properties":{"kind":{"const":{{name}}},"id":{"type":"{{(name == 7 ? id : "string")}}"},{{properties}} } }
                    """));
            return $$"""{"definitions":{ {{string.Join(',', types)}} },"properties":{"product":{{union}} } }""";
        }

        Assert.Empty(JsonSchemas.Changes(Schema("string"), Schema("string")));
        Assert.Contains("COMBINED_TYPE_SUBSCHEMAS_CHANGED #/properties/product", JsonSchemas.Changes(Schema("string"), Schema("number")));
    }

    [Fact]
    public void Definitions_ThatDoubleAtEachStep_ListNoMoreThanAThousandPlaces()
    {
        static string Schema(string type) =>
            $$"""{"definitions":{"d0":{"type":"{{type}}"},{{string.Join(',', Enumerable.Range(1, 60).Select(static step =>
                $$$"""
                "d{{{step}}}":{"properties":{"a":{"$ref":"#/definitions/d{{{step - 1}}}"},"b":{"$ref":"#/definitions/d{{{step - 1}}}"} } }
                """))}}},"$ref":"#/definitions/d60"}""";

        var changes = JsonSchemas.Changes(Schema("string"), Schema("null")).ToList();

        Assert.Equal(1_000, changes.Count);
    }

    [Fact]
    public void Comparison_OfManyWithMany_IsRefusedBeforeItTakesLong()
    {
        static string Schema(string type) => $$"""{"anyOf":[{{string.Join(',', Enumerable.Range(0, 3_000).Select(index => $$"""{"type":"{{type}}","const":{{index}}}"""))}}]}""";

        Assert.Throws<WorkLimitException>(() => JsonSchemas.Changes(Schema("integer"), Schema("number")).Any());
    }

    [Fact]
    public void Reasons_AreWords()
    {
        var found = Assert.Single(JsonSchemas.Parse("""{"properties":{"a":{}},"required":["a"]}""")
            .FindIncompatibilities(JsonSchemas.Parse("""{"properties":{"a":{}}}"""), CompatibilityPolicy.Strict));

        Assert.Equal("the property at '#/required/a' is optional in the old schema and required in the new one, without a default", found.ReasonFor(readerIsNew: true));
    }
}
