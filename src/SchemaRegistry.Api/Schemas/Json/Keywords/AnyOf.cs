using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Json.Model;
using SchemaRegistry.Api.Schemas.Json.Syntax;
using SchemaRegistry.Api.Schemas.Json.Validation;

namespace SchemaRegistry.Api.Schemas.Json.Keywords;

/// <summary><c>anyOf</c>: the value is valid for at least one of the schemas.</summary>
internal sealed class AnyOf(SchemaNode[] schemas) : Keyword("anyOf")
{
    public override IEnumerable<SchemaNode> InPlace => schemas;

    public override bool IsValid(Evaluation evaluation, JsonNode instance)
    {
        foreach (var schema in schemas)
        {
            if (evaluation.IsValid(schema, instance))
            {
                return true;
            }
        }

        return false;
    }

    public override void Explain(Explanation explanation, JsonNode instance, DocumentPath path)
    {
        explanation.Add(this, instance, path, "is valid for none of the schemas under \"anyOf\"");
        foreach (var schema in schemas)
        {
            explanation.Explain(schema, instance, path);
        }
    }
}
