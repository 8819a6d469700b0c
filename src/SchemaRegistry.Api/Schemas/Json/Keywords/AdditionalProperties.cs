using System.Collections.Frozen;
using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Json.Model;
using SchemaRegistry.Api.Schemas.Json.Patterns;
using SchemaRegistry.Api.Schemas.Json.Syntax;
using SchemaRegistry.Api.Schemas.Json.Validation;

namespace SchemaRegistry.Api.Schemas.Json.Keywords;

/// <summary><c>additionalProperties</c>: members that neither <c>properties</c> nor <c>patternProperties</c> speak of.</summary>
internal sealed class AdditionalProperties : Keyword
{
    private readonly FrozenSet<string> _names;
    private readonly EcmaPattern[] _patterns;
    private readonly SchemaNode _schema;

    private AdditionalProperties(FrozenSet<string> names, EcmaPattern[] patterns, SchemaNode schema)
        : base("additionalProperties")
    {
        _names = names;
        _patterns = patterns;
        _schema = schema;
    }

    public static AdditionalProperties Read(KeywordContext context, JsonNode value)
    {
        var names = context["properties"]?.Members.Select(static member => member.Name) ?? [];
        var patterns = context["patternProperties"] is { } map
            ? map.Members.Select(member => Pattern.Compile(context, "patternProperties", member.Name, map))
            : [];
        return new AdditionalProperties(names.ToFrozenSet(StringComparer.Ordinal), [.. patterns], context.Subschema("additionalProperties", value));
    }

    public override bool IsValid(Evaluation evaluation, JsonNode instance)
    {
        foreach (var member in instance.Members)
        {
            if (IsAdditional(evaluation, member.Name) && !evaluation.IsValid(_schema, member.Value))
            {
                return false;
            }
        }

        return true;
    }

    public override void Explain(Explanation explanation, JsonNode instance, DocumentPath path)
    {
        foreach (var (name, value) in instance.Members.Where(member => IsAdditional(explanation.Evaluation, member.Name)))
        {
            if (_schema.Always is false)
            {
                explanation.Add(this, value, path.Append(name), $"is not allowed: the schema has no member {Quotation.Of(name)}");
            }
            else
            {
                explanation.Explain(_schema, value, path.Append(name));
            }
        }
    }

    public override void Mark(Evaluation evaluation, JsonNode instance, EvaluatedParts parts)
    {
        foreach (var member in instance.Members.Where(member => IsAdditional(evaluation, member.Name)))
        {
            parts.AddName(member.Name);
        }
    }

    private bool IsAdditional(Evaluation evaluation, string name)
    {
        if (_names.Contains(name))
        {
            return false;
        }

        evaluation.Spend(_patterns.Length * EcmaPattern.Steps);
        foreach (var pattern in _patterns)
        {
            if (evaluation.Patterns.IsMatch(pattern, name))
            {
                return false;
            }
        }

        return true;
    }
}
