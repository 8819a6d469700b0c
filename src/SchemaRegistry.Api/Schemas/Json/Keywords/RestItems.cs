using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Json.Model;
using SchemaRegistry.Api.Schemas.Json.Syntax;
using SchemaRegistry.Api.Schemas.Json.Validation;

namespace SchemaRegistry.Api.Schemas.Json.Keywords;

/// <summary>All items after those that have schemas of their own.</summary>
internal sealed class RestItems : Keyword
{
    private readonly int _start;
    private readonly SchemaNode _schema;

    private RestItems(string name, int start, SchemaNode schema)
        : base(name)
    {
        _start = start;
        _schema = schema;
    }

    public static Keyword ReadItems(KeywordContext context, JsonNode value)
    {
        if (context.Draft == Draft.Draft202012)
        {
            return new RestItems("items", context["prefixItems"]?.Items.Length ?? 0, context.Subschema("items", value));
        }

        return value.IsArray ? new TupleItems("items", context.Subschemas("items", value)) : new RestItems("items", 0, context.Subschema("items", value));
    }

    public static Keyword? ReadAdditional(KeywordContext context, JsonNode value) =>
        context["items"] is { IsArray: true } items ? new RestItems("additionalItems", items.Items.Length, context.Subschema("additionalItems", value)) : null;

    public override bool IsValid(Evaluation evaluation, JsonNode instance)
    {
        for (var i = _start; i < instance.Items.Length; i++)
        {
            if (!evaluation.IsValid(_schema, instance.Items[i]))
            {
                return false;
            }
        }

        return true;
    }

    public override void Explain(Explanation explanation, JsonNode instance, DocumentPath path)
    {
        for (var i = _start; i < instance.Items.Length; i++)
        {
            explanation.Explain(_schema, instance.Items[i], path.Append(i));
        }
    }

    public override void Mark(Evaluation evaluation, JsonNode instance, EvaluatedParts parts) => parts.AddFirstItems(int.MaxValue);
}
