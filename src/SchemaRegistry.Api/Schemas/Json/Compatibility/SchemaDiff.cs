using SchemaRegistry.Api.Schemas.Compatibility;
using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Json.Model;
using SchemaRegistry.Api.Schemas.Json.Patterns;

namespace SchemaRegistry.Api.Schemas.Json.Compatibility;

/// <summary>The structural comparison of Confluent's registry: what changed from an older schema to a newer one, as far as it keeps documents of the
/// older one from being valid for the newer one.</summary>
/// <remarks>Changes that the dialect calls compatible are not listed. As there, the schemas under <c>contains</c>, <c>propertyNames</c>, <c>patternProperties</c> and <c>if</c>, and <c>format</c>, are not compared.</remarks>
internal sealed class SchemaDiff
{
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

    private readonly CompatibilityPolicy _policy;
    private readonly PairMemo<Shape> _pairs;

    public SchemaDiff(CompatibilityPolicy policy)
    {
        _policy = policy;
        _pairs = new PairMemo<Shape>((original, update) => SchemaPairDiff.Compare(this, original, update));
    }

    public PatternBudget Patterns { get; } = new();

    public IReadOnlyList<Incompatibility> Compare(CompiledSchema original, CompiledSchema update) => _pairs
        .CompareRoots(Resolve(new ShapeReader(original).Root), Resolve(new ShapeReader(update).Root))
        .ToList("#/", static (type, path, _) => Reasons.Of(type, path));

    /// <summary>Notes a difference, unless the policy allows it.</summary>
    public void Add(Findings findings, string type, string path = "")
    {
        if (_policy == CompatibilityPolicy.Strict || !s_lenient.Contains(type))
        {
            findings.Add(type, path);
        }
    }

    public void Spend(int steps) => _pairs.Spend(steps);

    public Findings Compare(Shape original, Shape update) => _pairs.Compare(Resolve(original), Resolve(update));

    // References to nothing but each other are refused when a schema is read.
    private static Shape Resolve(Shape shape)
    {
        while (shape.Kind == ShapeKind.Reference)
        {
            shape = shape.Follow();
        }

        return shape;
    }
}
