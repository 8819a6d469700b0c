using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Json.Model;
using SchemaRegistry.Api.Schemas.Json.Syntax;
using SchemaRegistry.Api.Schemas.Json.Validation;

namespace SchemaRegistry.Api.Schemas.Json.Keywords;

/// <summary><c>dependencies</c>, which later drafts split in two: names for some members, schemas for others.</summary>
internal sealed class Dependencies(DependentRequired names, DependentSchemas schemas) : Keyword("dependencies")
{
    public override IEnumerable<SchemaNode> InPlace => schemas.InPlace;

    public static Dependencies Read(KeywordContext context, JsonNode value)
    {
        var names = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var schemas = new Dictionary<string, SchemaNode>(StringComparer.Ordinal);
        foreach (var (name, needed) in context.Expect("dependencies", value, JsonKind.Object).Members)
        {
            if (needed.IsArray)
            {
                names.Add(name, context.Texts("dependencies", needed));
            }
            else
            {
                schemas.Add(name, context.Subschema("dependencies", needed, name));
            }
        }

        return new Dependencies(new DependentRequired("dependencies", names), new DependentSchemas("dependencies", schemas));
    }

    public override bool IsValid(Evaluation evaluation, JsonNode instance) => names.IsValid(evaluation, instance) && schemas.IsValid(evaluation, instance);

    public override void Explain(Explanation explanation, JsonNode instance, DocumentPath path)
    {
        if (!names.IsValid(explanation.Evaluation, instance))
        {
            names.Explain(explanation, instance, path);
        }

        schemas.Explain(explanation, instance, path);
    }

    public override void Mark(Evaluation evaluation, JsonNode instance, EvaluatedParts parts) => schemas.Mark(evaluation, instance, parts);
}
