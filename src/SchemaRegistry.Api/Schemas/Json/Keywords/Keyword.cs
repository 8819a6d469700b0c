using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Json.Model;
using SchemaRegistry.Api.Schemas.Json.Syntax;
using SchemaRegistry.Api.Schemas.Json.Validation;

namespace SchemaRegistry.Api.Schemas.Json.Keywords;

/// <summary>What one keyword of a schema demands, or a few that only mean something together.</summary>
internal abstract class Keyword(string name)
{
    public string Name { get; } = name;

    /// <summary>The schemas that it applies to the same value.</summary>
    public virtual IEnumerable<SchemaNode> InPlace => [];

    /// <summary>Whether it deals with what the other keywords left, so that its errors mean nothing where one of those failed.</summary>
    public virtual bool DealsWithRest => false;

    public abstract bool IsValid(Evaluation evaluation, JsonNode instance);

    /// <summary>Says what is wrong with a value that is not valid.</summary>
    public virtual void Explain(Explanation explanation, JsonNode instance, DocumentPath path) => explanation.Add(this, instance, path, Reason(instance));

    /// <summary>Notes the parts of a valid value that it looked at, for the keywords that deal with the rest.</summary>
    public virtual void Mark(Evaluation evaluation, JsonNode instance, EvaluatedParts parts)
    {
        foreach (var schema in InPlace)
        {
            evaluation.Mark(schema, instance, parts);
        }
    }

    /// <summary>What it demands, in words that follow "the value".</summary>
    protected virtual string Reason(JsonNode instance) => $"does not satisfy \"{Name}\"";
}
