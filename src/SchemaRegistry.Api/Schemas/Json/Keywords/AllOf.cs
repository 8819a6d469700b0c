using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Json.Model;
using SchemaRegistry.Api.Schemas.Json.Syntax;
using SchemaRegistry.Api.Schemas.Json.Validation;

namespace SchemaRegistry.Api.Schemas.Json.Keywords;

/// <summary><c>allOf</c>: the value is valid for all schemas.</summary>
internal sealed class AllOf(SchemaNode[] schemas) : Keyword("allOf")
{
    public override IEnumerable<SchemaNode> InPlace => schemas;

    public override bool IsValid(Evaluation evaluation, JsonNode instance)
    {
        foreach (var schema in schemas)
        {
            if (!evaluation.IsValid(schema, instance))
            {
                return false;
            }
        }

        return true;
    }

    public override void Explain(Explanation explanation, JsonNode instance, DocumentPath path)
    {
        foreach (var schema in schemas)
        {
            explanation.Explain(schema, instance, path);
        }
    }
}
