using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Json.Model;
using SchemaRegistry.Api.Schemas.Json.Syntax;
using SchemaRegistry.Api.Schemas.Json.Validation;

namespace SchemaRegistry.Api.Schemas.Json.Keywords;

/// <summary><c>unevaluatedProperties</c>: members that no keyword around it looked at.</summary>
internal sealed class UnevaluatedProperties(SchemaNode owner, SchemaNode schema) : Keyword("unevaluatedProperties")
{
    public override bool DealsWithRest => true;

    public override bool IsValid(Evaluation evaluation, JsonNode instance)
    {
        if (instance.Members.Length == 0 || schema.Always is true)
        {
            return true;
        }

        var parts = PartsOf(evaluation, instance);
        return Array.TrueForAll(instance.Members, member => parts.HasName(member.Name) || evaluation.IsValid(schema, member.Value));
    }

    public override void Explain(Explanation explanation, JsonNode instance, DocumentPath path)
    {
        var parts = PartsOf(explanation.Evaluation, instance);
        foreach (var (name, value) in instance.Members.Where(member => !parts.HasName(member.Name)))
        {
            if (schema.Always is false)
            {
                explanation.Add(this, value, path.Append(name), $"is not allowed: no part of the schema knows a member {Quotation.Of(name)}");
            }
            else
            {
                explanation.Explain(schema, value, path.Append(name));
            }
        }
    }

    public override void Mark(Evaluation evaluation, JsonNode instance, EvaluatedParts parts) => parts.AddAllNames();

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
