using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Json.Model;
using SchemaRegistry.Api.Schemas.Json.Syntax;
using SchemaRegistry.Api.Schemas.Json.Validation;

namespace SchemaRegistry.Api.Schemas.Json.Keywords;

/// <summary><c>unevaluatedItems</c>: items that no keyword around it looked at.</summary>
internal sealed class UnevaluatedItems(SchemaNode owner, SchemaNode schema) : Keyword("unevaluatedItems")
{
    public override bool DealsWithRest => true;

    public override bool IsValid(Evaluation evaluation, JsonNode instance)
    {
        if (instance.Items.Length == 0 || schema.Always is true)
        {
            return true;
        }

        var parts = PartsOf(evaluation, instance);
        return instance.Items.Index().All(pair => parts.HasItem(pair.Index) || evaluation.IsValid(schema, pair.Item));
    }

    public override void Explain(Explanation explanation, JsonNode instance, DocumentPath path)
    {
        var parts = PartsOf(explanation.Evaluation, instance);
        foreach (var (index, item) in instance.Items.Index().Where(pair => !parts.HasItem(pair.Index)))
        {
            if (schema.Always is false)
            {
                explanation.Add(this, item, path.Append(index), "is not allowed: no part of the schema knows an item there");
            }
            else
            {
                explanation.Explain(schema, item, path.Append(index));
            }
        }
    }

    public override void Mark(Evaluation evaluation, JsonNode instance, EvaluatedParts parts) => parts.AddFirstItems(int.MaxValue);

    private EvaluatedParts PartsOf(Evaluation evaluation, JsonNode instance)
    {
        var parts = new EvaluatedParts();
        foreach (var keyword in owner.Keywords.Where(keyword => !ReferenceEquals(keyword, this)))
        {
            keyword.Mark(evaluation, instance, parts);
        }

        return parts;
    }
}
