using System.Runtime.CompilerServices;
using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Json.Model;
using SchemaRegistry.Api.Schemas.Json.Patterns;

namespace SchemaRegistry.Api.Schemas.Json.Compatibility;

/// <summary>The structural comparison of Confluent's registry: what changed from an older schema to a newer one, as far as it keeps documents of the
/// older one from being valid for the newer one.</summary>
/// <remarks>Each pair of schemas is compared once. A pair that leads back to itself is taken for compatible; when that turns out wrong, the comparison is
/// made again with what is known then, so that a cycle hides nothing. Changes that the dialect calls compatible are not listed. As there, the schemas under
/// <c>contains</c>, <c>propertyNames</c>, <c>patternProperties</c> and <c>if</c>, and <c>format</c>, are not compared.</remarks>
internal sealed class SchemaComparison(CompatibilityPolicy policy)
{
    /// <summary>How many pairs and parts of pairs may be looked at; about a second.</summary>
    public const int MaxSteps = 500_000;

    /// <summary>How deep schemas may lead into each other.</summary>
    public const int MaxDepth = 1_000;

    private static readonly HashSet<string> s_lenient = new(
        [
            "ADDITIONAL_PROPERTIES_NARROWED",
            "ADDITIONAL_PROPERTIES_REMOVED",
            "UNEVALUATED_PROPERTIES_NARROWED",
            "UNEVALUATED_PROPERTIES_REMOVED",
            "OPTIONAL_PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL",
            "REQUIRED_PROPERTY_WITH_DEFAULT_ADDED_TO_OPEN_CONTENT_MODEL",
            "PROPERTY_REMOVED_FROM_CLOSED_CONTENT_MODEL",
            "PROPERTY_REMOVED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL",
            "PROPERTY_ADDED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL",
        ],
        StringComparer.Ordinal);

    private readonly Dictionary<(Shape, Shape), Findings?> _known = [];
    private readonly HashSet<(Shape, Shape)> _assumed = [];
    private readonly HashSet<(Shape, Shape)> _refuted = [];
    private bool _isConsistent;
    private int _steps;
    private int _depth;

    public PatternBudget Patterns { get; } = new();

    public IReadOnlyList<Incompatibility> Compare(CompiledSchema original, CompiledSchema update)
    {
        var (older, newer) = (new ShapeReader(original), new ShapeReader(update));
        Findings findings;
        do
        {
            _known.Clear();
            _assumed.Clear();
            _isConsistent = true;
            findings = Compare(older.Root, newer.Root);
        }
        while (!_isConsistent);

        return findings.ToList();
    }

    /// <summary>Notes a difference, unless the policy allows it.</summary>
    public void Add(Findings findings, string type, string path = "")
    {
        if (policy == CompatibilityPolicy.Strict || !s_lenient.Contains(type))
        {
            findings.Add(type, path);
        }
    }

    public void Spend(int steps)
    {
        _steps += steps;
        if (_steps > MaxSteps || _steps < 0)
        {
            throw new WorkLimitException("the two schemas take more steps to compare than one request may cause");
        }
    }

    public Findings Compare(Shape original, Shape update)
    {
        Spend(1);
        if (++_depth > MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new WorkLimitException($"the schemas to compare lead into each other more than {MaxDepth} deep");
        }

        var pair = (Resolve(original), Resolve(update));
        var findings = Find(pair);
        _depth--;
        return findings;
    }

    // References to nothing but each other are refused when a schema is read.
    private static Shape Resolve(Shape shape)
    {
        while (shape.Kind == ShapeKind.Reference)
        {
            shape = shape.Follow();
        }

        return shape;
    }

    private Findings Find((Shape Original, Shape Update) pair)
    {
        if (_known.TryGetValue(pair, out var known))
        {
            return known ?? Assume(pair);
        }

        _known.Add(pair, null);
        var findings = PairComparison.Compare(this, pair.Original, pair.Update);
        _known[pair] = findings;
        if (!findings.IsCompatible && _assumed.Contains(pair) && _refuted.Add(pair))
        {
            _isConsistent = false;
        }

        return findings;
    }

    private Findings Assume((Shape, Shape) pair)
    {
        if (_refuted.Contains(pair))
        {
            return Findings.CreateRefuted();
        }

        _assumed.Add(pair);
        return Findings.None;
    }
}
