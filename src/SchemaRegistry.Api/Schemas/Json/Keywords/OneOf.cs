using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Json.Model;
using SchemaRegistry.Api.Schemas.Json.Syntax;
using SchemaRegistry.Api.Schemas.Json.Validation;

namespace SchemaRegistry.Api.Schemas.Json.Keywords;

/// <summary><c>oneOf</c>: the value is valid for exactly one of the schemas.</summary>
internal sealed class OneOf(SchemaNode[] schemas) : Keyword("oneOf")
{
    public override IEnumerable<SchemaNode> InPlace => schemas;

    public override bool IsValid(Evaluation evaluation, JsonNode instance)
    {
        var found = false;
        foreach (var schema in schemas)
        {
            if (evaluation.IsValid(schema, instance))
            {
                if (found)
                {
                    return false;
                }

                found = true;
            }
        }

        return found;
    }

    public override void Explain(Explanation explanation, JsonNode instance, DocumentPath path)
    {
        var valid = schemas.Index().Where(pair => explanation.Evaluation.IsValid(pair.Item, instance)).Select(static pair => pair.Index).ToArray();
        if (valid.Length > 1)
        {
            explanation.Add(this, instance, path, $"is valid for more than one of the schemas under \"oneOf\": {string.Join(", ", valid.Take(20))}");
            return;
        }

        explanation.Add(this, instance, path, "is valid for none of the schemas under \"oneOf\"");
        foreach (var schema in schemas)
        {
            explanation.Explain(schema, instance, path);
        }
    }
}
