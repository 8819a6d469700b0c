using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Json.Model;
using SchemaRegistry.Api.Schemas.Json.Syntax;
using SchemaRegistry.Api.Schemas.Json.Validation;

namespace SchemaRegistry.Api.Schemas.Json.Keywords;

/// <summary>A schema for the whole object when it has a certain member.</summary>
internal sealed class DependentSchemas(string name, Dictionary<string, SchemaNode> schemas) : Keyword(name)
{
    public override IEnumerable<SchemaNode> InPlace => schemas.Values;

    public override bool IsValid(Evaluation evaluation, JsonNode instance) =>
        !instance.IsObject || schemas.All(pair => instance.Find(pair.Key) is null || evaluation.IsValid(pair.Value, instance));

    public override void Explain(Explanation explanation, JsonNode instance, DocumentPath path)
    {
        foreach (var (_, schema) in schemas.Where(pair => instance.Find(pair.Key) is not null))
        {
            explanation.Explain(schema, instance, path);
        }
    }

    public override void Mark(Evaluation evaluation, JsonNode instance, EvaluatedParts parts)
    {
        foreach (var (_, schema) in schemas.Where(pair => instance.Find(pair.Key) is not null))
        {
            evaluation.Mark(schema, instance, parts);
        }
    }
}
