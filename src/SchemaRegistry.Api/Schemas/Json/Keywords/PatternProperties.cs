using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Json.Model;
using SchemaRegistry.Api.Schemas.Json.Patterns;
using SchemaRegistry.Api.Schemas.Json.Syntax;
using SchemaRegistry.Api.Schemas.Json.Validation;

namespace SchemaRegistry.Api.Schemas.Json.Keywords;

/// <summary><c>patternProperties</c>: members whose names match.</summary>
internal sealed class PatternProperties : Keyword
{
    private readonly (EcmaPattern Pattern, SchemaNode Schema)[] _schemas;

    private PatternProperties((EcmaPattern Pattern, SchemaNode Schema)[] schemas)
        : base("patternProperties") => _schemas = schemas;

    public static PatternProperties Read(KeywordContext context, JsonNode value) =>
        new([.. context.SubschemaMap("patternProperties", value).Select(pair => (Pattern.Compile(context, "patternProperties", pair.Key, value), pair.Value))]);

    public override bool IsValid(Evaluation evaluation, JsonNode instance)
    {
        foreach (var (name, value) in instance.Members)
        {
            evaluation.Spend(_schemas.Length * EcmaPattern.Steps);
            foreach (var (pattern, schema) in _schemas)
            {
                if (evaluation.Patterns.IsMatch(pattern, name) && !evaluation.IsValid(schema, value))
                {
                    return false;
                }
            }
        }

        return true;
    }

    public override void Explain(Explanation explanation, JsonNode instance, DocumentPath path)
    {
        foreach (var (name, value) in instance.Members)
        {
            foreach (var (_, schema) in _schemas.Where(pair => explanation.Evaluation.Patterns.IsMatch(pair.Pattern, name)))
            {
                explanation.Explain(schema, value, path.Append(name));
            }
        }
    }

    public override void Mark(Evaluation evaluation, JsonNode instance, EvaluatedParts parts)
    {
        evaluation.Spend(instance.Members.Length * _schemas.Length * EcmaPattern.Steps);
        foreach (var (name, _) in instance.Members)
        {
            if (Array.Exists(_schemas, pair => evaluation.Patterns.IsMatch(pair.Pattern, name)))
            {
                parts.AddName(name);
            }
        }
    }
}
