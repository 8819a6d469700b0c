using System.Runtime.CompilerServices;
using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Json.Model;
using SchemaRegistry.Api.Schemas.Json.Patterns;
using SchemaRegistry.Api.Schemas.Json.Syntax;

namespace SchemaRegistry.Api.Schemas.Json.Validation;

/// <summary>One evaluation of a document. No schema that several ways lead to is evaluated twice with one value, so that documents of depth n do not take 2^n steps.</summary>
internal sealed class Evaluation(CompiledSchema schema)
{
    /// <summary>How often a schema may meet a value; about a second of work.</summary>
    public const int MaxSteps = 4_000_000;

    /// <summary>How deep schemas may lead into each other.</summary>
    public const int MaxDepth = 2_000;

    private readonly Dictionary<(int Schema, int Instance, int Scope), bool> _known = [];
    private int _steps;
    private int _depth;
    private int _lastId = int.MaxValue;

    /// <summary>Whether every answer is remembered: when errors are explained, the same questions are asked again.</summary>
    public bool RemembersAll { get; set; }

    public PatternBudget Patterns { get; } = new();

    public DynamicScope Scope { get; private set; } = DynamicScope.CreateEmpty();

    public bool IsValid(SchemaNode node, JsonNode instance)
    {
        if (node.Always is { } always)
        {
            return always;
        }

        Spend(1);
        var outer = Enter(node);
        var isValid = node.IsShared || RemembersAll ? Remember(node, instance) : Evaluate(node, instance);
        Leave(outer);
        return isValid;
    }

    /// <summary>Notes the parts of the value that a schema looked at, if it is valid for the schema.</summary>
    public void Mark(SchemaNode node, JsonNode instance, EvaluatedParts parts)
    {
        if (node.Always is not null || !IsValid(node, instance))
        {
            return;
        }

        var outer = Enter(node);
        if (parts.Visit(node.Id, Scope.Id))
        {
            foreach (var keyword in node.Keywords)
            {
                keyword.Mark(this, instance, parts);
            }
        }

        Leave(outer);
    }

    public void Spend(int steps)
    {
        _steps += steps;
        if (_steps > MaxSteps || _steps < 0)
        {
            throw new WorkLimitException("the document takes more steps to validate than one request may cause");
        }
    }

    public DynamicScope Enter(SchemaNode node)
    {
        if (++_depth > MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new WorkLimitException($"schemas lead into each other more than {MaxDepth} deep");
        }

        var outer = Scope;
        if (schema.IsDynamic)
        {
            Scope = outer.Enter(node.Place.Resource);
        }

        return outer;
    }

    public void Leave(DynamicScope outer)
    {
        _depth--;
        Scope = outer;
    }

    /// <summary>A member's name as a value that can be evaluated.</summary>
    public JsonNode NameAsValue(string name, JsonNode parent) =>
        new(JsonKind.String, parent.Offset, _lastId--, name);

    private static bool All(Evaluation evaluation, SchemaNode node, JsonNode instance)
    {
        foreach (var keyword in node.Keywords)
        {
            if (!keyword.IsValid(evaluation, instance))
            {
                return false;
            }
        }

        return true;
    }

    private bool Evaluate(SchemaNode node, JsonNode instance) => All(this, node, instance);

    private bool Remember(SchemaNode node, JsonNode instance)
    {
        var key = (node.Id, instance.Id, Scope.Id);
        if (!_known.TryGetValue(key, out var isValid))
        {
            // A schema that leads back to itself with the same value demands nothing more by that.
            _known[key] = true;
            isValid = Evaluate(node, instance);
            _known[key] = isValid;
        }

        return isValid;
    }
}
