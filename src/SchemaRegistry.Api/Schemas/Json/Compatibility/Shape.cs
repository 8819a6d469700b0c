using SchemaRegistry.Api.Schemas.Json.Model;
using SchemaRegistry.Api.Schemas.Json.Patterns;
using SchemaRegistry.Api.Schemas.Json.Syntax;

namespace SchemaRegistry.Api.Schemas.Json.Compatibility;

/// <summary>A schema, or one aspect of a schema that has several, as the comparison sees it.</summary>
internal sealed class Shape(ShapeKind kind, SchemaNode node, ShapeReader reader)
{
    private (EcmaPattern Pattern, Shape Shape)[]? _patterns;

    public ShapeKind Kind { get; } = kind;

    public JsonNode Source => node.Source;

    public Draft Draft => node.Place.Resource.Dialect.Draft;

    public bool RequiresInteger { get; init; }

    /// <summary>How many parts of a combined schema must hold.</summary>
    public Criterion Criterion { get; init; }

    public IReadOnlyList<Shape> Parts { get; init; } = [];

    /// <summary>The schema that a reference stands for.</summary>
    public SchemaNode? Target { get; init; }

    /// <summary>The value of a keyword; none when it is absent.</summary>
    public JsonNode? this[string keyword] => Source.Find(keyword);

    /// <summary>The shape of a schema that stands in this one.</summary>
    public Shape Of(JsonNode schema) => reader.Of(schema, node);

    public Shape Follow() => reader.Of(Target!);

    /// <summary>The shape of a keyword's value; none when it is absent or a mere boolean.</summary>
    public Shape? SchemaOf(string keyword) => this[keyword] is { IsObject: true } schema ? Of(schema) : null;

    public JsonNode? Property(string name) => this["properties"]?.Find(name);

    /// <summary>The schemas for names that match.</summary>
    public IReadOnlyList<(EcmaPattern Pattern, Shape Shape)> Patterns =>
        _patterns ??= [.. this["patternProperties"]?.Members.Select(member => (EcmaPattern.Create(member.Name), Of(member.Value))) ?? []];
}
