using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Json.Model;
using SchemaRegistry.Api.Schemas.Json.Syntax;
using SchemaRegistry.Api.Schemas.Json.Validation;

namespace SchemaRegistry.Api.Schemas.Json.Keywords;

/// <summary><c>prefixItems</c>, and <c>items</c> as an array: the first items, each with a schema of its own.</summary>
internal sealed class TupleItems(string name, SchemaNode[] schemas) : Keyword(name)
{
    public override bool IsValid(Evaluation evaluation, JsonNode instance)
    {
        var count = Math.Min(schemas.Length, instance.Items.Length);
        for (var i = 0; i < count; i++)
        {
            if (!evaluation.IsValid(schemas[i], instance.Items[i]))
            {
                return false;
            }
        }

        return true;
    }

    public override void Explain(Explanation explanation, JsonNode instance, DocumentPath path)
    {
        foreach (var (index, item) in instance.Items.Take(schemas.Length).Index())
        {
            explanation.Explain(schemas[index], item, path.Append(index));
        }
    }

    public override void Mark(Evaluation evaluation, JsonNode instance, EvaluatedParts parts) => parts.AddFirstItems(schemas.Length);
}
