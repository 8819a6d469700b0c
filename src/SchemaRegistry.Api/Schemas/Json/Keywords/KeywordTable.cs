using SchemaRegistry.Api.Schemas.Json.Model;
using SchemaRegistry.Api.Schemas.Json.Syntax;

namespace SchemaRegistry.Api.Schemas.Json.Keywords;

/// <summary>Which keywords each draft has, in the order in which they are evaluated: the cheap ones first.</summary>
internal static class KeywordTable
{
    private static readonly KeywordEntry[] s_entries =
    [
        new("type", Vocabularies.Validation, static (c, v) => Type.Read(c, v)),
        new("const", Vocabularies.Validation, static (_, v) => new Const(v), Draft.Draft6),
        new("enum", Vocabularies.Validation, static (c, v) => new Enumeration(c.Expect("enum", v, JsonKind.Array).Items)),
        new("minimum", Vocabularies.Validation, static (c, v) => Bound.Read(c, v, "minimum")),
        new("maximum", Vocabularies.Validation, static (c, v) => Bound.Read(c, v, "maximum")),
        new("exclusiveMinimum", Vocabularies.Validation, static (c, v) => Bound.Read(c, v, "exclusiveMinimum"), Draft.Draft6),
        new("exclusiveMaximum", Vocabularies.Validation, static (c, v) => Bound.Read(c, v, "exclusiveMaximum"), Draft.Draft6),
        new("multipleOf", Vocabularies.Validation, static (c, v) => MultipleOf.Read(c, v)),
        new("minLength", Vocabularies.Validation, static (c, v) => Count.Read(c, v, "minLength", JsonKind.String)),
        new("maxLength", Vocabularies.Validation, static (c, v) => Count.Read(c, v, "maxLength", JsonKind.String)),
        new("minItems", Vocabularies.Validation, static (c, v) => Count.Read(c, v, "minItems", JsonKind.Array)),
        new("maxItems", Vocabularies.Validation, static (c, v) => Count.Read(c, v, "maxItems", JsonKind.Array)),
        new("minProperties", Vocabularies.Validation, static (c, v) => Count.Read(c, v, "minProperties", JsonKind.Object)),
        new("maxProperties", Vocabularies.Validation, static (c, v) => Count.Read(c, v, "maxProperties", JsonKind.Object)),
        new("required", Vocabularies.Validation, static (c, v) => Required.Read(c, v)),
        new("dependentRequired", Vocabularies.Validation, static (c, v) => DependentRequired.Read(c, v), Draft.Draft201909),
        new("format", Vocabularies.Core, static (c, v) => Format.Read(c, v)),
        new("contentEncoding", Vocabularies.Core, static (c, v) => Content.ReadEncoding(c, v), Draft.Draft7, Draft.Draft7),
        new("contentMediaType", Vocabularies.Core, static (c, v) => Content.ReadMediaType(c, v), Draft.Draft7, Draft.Draft7),
        new("pattern", Vocabularies.Validation, static (c, v) => Pattern.Read(c, v)),
        new("uniqueItems", Vocabularies.Validation, static (_, v) => v.Boolean ? new UniqueItems() : null),
        new("$ref", Vocabularies.Core, static (c, v) => Reference.Read(c, v)),
        new("$dynamicRef", Vocabularies.Core, static (c, v) => DynamicReference.Read(c, v), Draft.Draft202012),
        new("$recursiveRef", Vocabularies.Core, static (c, v) => DynamicReference.ReadRecursive(c, v), Draft.Draft201909, Draft.Draft201909),
        new("properties", Vocabularies.Applicator, static (c, v) => Properties.Read(c, v)),
        new("patternProperties", Vocabularies.Applicator, static (c, v) => PatternProperties.Read(c, v)),
        new("additionalProperties", Vocabularies.Applicator, static (c, v) => AdditionalProperties.Read(c, v)),
        new("propertyNames", Vocabularies.Applicator, static (c, v) => new PropertyNames(c.Subschema("propertyNames", v)), Draft.Draft6),
        new("prefixItems", Vocabularies.Applicator, static (c, v) => new TupleItems("prefixItems", c.Subschemas("prefixItems", v)), Draft.Draft202012),
        new("items", Vocabularies.Applicator, static (c, v) => RestItems.ReadItems(c, v)),
        new("additionalItems", Vocabularies.Applicator, static (c, v) => RestItems.ReadAdditional(c, v), Draft.Draft4, Draft.Draft201909),
        new("contains", Vocabularies.Applicator, static (c, v) => Contains.Read(c, v), Draft.Draft6),
        new("dependencies", Vocabularies.Applicator, static (c, v) => Dependencies.Read(c, v)),
        new("dependentSchemas", Vocabularies.Applicator, static (c, v) => new DependentSchemas("dependentSchemas", c.SubschemaMap("dependentSchemas", v)), Draft.Draft201909),
        new("not", Vocabularies.Applicator, static (c, v) => new Not(c.Subschema("not", v))),
        new("allOf", Vocabularies.Applicator, static (c, v) => new AllOf(c.Subschemas("allOf", v))),
        new("anyOf", Vocabularies.Applicator, static (c, v) => new AnyOf(c.Subschemas("anyOf", v))),
        new("oneOf", Vocabularies.Applicator, static (c, v) => new OneOf(c.Subschemas("oneOf", v))),
        new("if", Vocabularies.Applicator, static (c, v) => Conditional.Read(c, v), Draft.Draft7),
        new("unevaluatedItems", Vocabularies.Unevaluated, static (c, v) => new UnevaluatedItems(c.Node, c.Subschema("unevaluatedItems", v)), Draft.Draft201909),
        new("unevaluatedProperties", Vocabularies.Unevaluated, static (c, v) => new UnevaluatedProperties(c.Node, c.Subschema("unevaluatedProperties", v)), Draft.Draft201909),
    ];

    public static Keyword[] Read(KeywordContext context)
    {
        if (context.Dialect.RefStandsAlone && context["$ref"] is { IsString: true } reference)
        {
            return [Reference.Read(context, reference)];
        }

        var keywords = new List<Keyword>();
        foreach (var entry in s_entries)
        {
            if (entry.IsIn(context.Dialect) && context[entry.Name] is { } value && entry.Read(context, value) is { } keyword)
            {
                keywords.Add(keyword);
            }
        }

        return [.. keywords];
    }
}
