using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Json.Keywords;
using SchemaRegistry.Api.Schemas.Json.Model;
using SchemaRegistry.Api.Schemas.Json.Syntax;

namespace SchemaRegistry.Api.Schemas.Json.Validation;

/// <summary>Says why a document is not valid: goes down only where something failed, and to each pair of schema and value once.</summary>
internal sealed class Explanation(Evaluation evaluation)
{
    /// <summary>How many errors are listed; a person mends the first few.</summary>
    public const int MaxErrors = 1_000;

    private readonly HashSet<(int Schema, int Instance)> _explained = [];
    private readonly List<ValidationError> _errors = [];
    private SchemaNode? _current;
    private Keyword? _keyword;
    private DocumentPath _way = DocumentPath.Root;

    public IReadOnlyList<ValidationError> Errors => _errors;

    public Evaluation Evaluation => evaluation;

    /// <summary>Lists what is wrong with a value, if something is.</summary>
    public void Explain(SchemaNode node, JsonNode instance, DocumentPath path)
    {
        if (_errors.Count >= MaxErrors || evaluation.IsValid(node, instance) || !_explained.Add((node.Id, instance.Id)))
        {
            return;
        }

        var (parent, way, via) = (_current, _way, _keyword);
        _way = Follow(node);
        if (node.Always is false)
        {
            _errors.Add(new ValidationError(instance, path, _way, node.Place, "nothing is allowed here"));
        }
        else
        {
            ExplainKeywords(node, instance, path);
        }

        (_current, _way, _keyword) = (parent, way, via);
    }

    private void ExplainKeywords(SchemaNode node, JsonNode instance, DocumentPath path)
    {
        var outer = evaluation.Enter(node);
        var hasFailed = false;
        foreach (var keyword in node.Keywords)
        {
            if (!(hasFailed && keyword.DealsWithRest) && !keyword.IsValid(evaluation, instance))
            {
                (_current, _keyword) = (node, keyword);
                keyword.Explain(this, instance, path);
                hasFailed |= !keyword.DealsWithRest;
            }
        }

        evaluation.Leave(outer);
    }

    // A reference leads elsewhere; every other keyword to a schema that stands under it.
    private DocumentPath Follow(SchemaNode node) => _keyword switch
    {
        null => _way,
        Reference or DynamicReference => _way.Append(_keyword.Name),
        _ => node.Place.Tokens.Aggregate(_way, static (way, token) => way.Append(token)),
    };

    public void Add(Keyword keyword, JsonNode instance, DocumentPath path, string reason)
    {
        if (_errors.Count < MaxErrors)
        {
            _errors.Add(new ValidationError(instance, path, _way.Append(keyword.Name), _current!.Place.Append(keyword.Name), $"the value {reason}"));
        }
    }
}
