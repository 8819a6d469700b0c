using System.Collections.Frozen;
using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Json.Model;
using SchemaRegistry.Api.Schemas.Json.Syntax;
using SchemaRegistry.Api.Schemas.Json.Validation;

namespace SchemaRegistry.Api.Schemas.Json.Keywords;

/// <summary><c>properties</c>: members by name.</summary>
internal sealed class Properties : Keyword
{
    private readonly FrozenDictionary<string, SchemaNode> _schemas;

    private Properties(Dictionary<string, SchemaNode> schemas)
        : base("properties") => _schemas = schemas.ToFrozenDictionary(StringComparer.Ordinal);

    public static Properties Read(KeywordContext context, JsonNode value)
    {
        var schemas = context.SubschemaMap("properties", value);
        context.Compiler.AddNames(schemas.Keys);
        return new Properties(schemas);
    }

    public override bool IsValid(Evaluation evaluation, JsonNode instance)
    {
        foreach (var member in instance.Members)
        {
            if (_schemas.TryGetValue(member.Name, out var schema) && !evaluation.IsValid(schema, member.Value))
            {
                return false;
            }
        }

        return true;
    }

    public override void Explain(Explanation explanation, JsonNode instance, DocumentPath path)
    {
        foreach (var (name, value) in instance.Members)
        {
            if (_schemas.TryGetValue(name, out var schema))
            {
                explanation.Explain(schema, value, path.Append(name));
            }
        }
    }

    public override void Mark(Evaluation evaluation, JsonNode instance, EvaluatedParts parts)
    {
        foreach (var member in instance.Members.Where(member => _schemas.ContainsKey(member.Name)))
        {
            parts.AddName(member.Name);
        }
    }
}
