using SchemaRegistry.Api.Schemas.Json.Model;
using SchemaRegistry.Api.Schemas.Json.Patterns;
using SchemaRegistry.Api.Schemas.Json.Syntax;

namespace SchemaRegistry.Api.Schemas.Json.Compatibility;

/// <summary>What a schema says of members that <c>properties</c> does not name, or of items after those that have schemas of their own.</summary>
/// <param name="IsOpen">Whether they may be anything.</param>
/// <param name="SchemaFor">The schema that one of a given name must be valid for; none when it may not be there.</param>
internal sealed record ContentModel(bool IsOpen, Func<string, Shape?> SchemaFor)
{
    public static ContentModel Of(Shape shape, PatternBudget budget)
    {
        var additional = shape.SchemaOf("additionalProperties");
        var permits = shape["additionalProperties"].Permits();
        var unevaluated = Unevaluated(shape, "unevaluatedProperties");
        var rest = additional ?? (permits && unevaluated is { Kind: not (ShapeKind.False or ShapeKind.Empty) } ? unevaluated : null);
        return new ContentModel(
            permits && additional is null && unevaluated is null or { Kind: ShapeKind.Empty } && shape.Patterns.Count == 0,
            name => shape.Patterns.FirstOrDefault(pair => budget.IsMatch(pair.Pattern, name)).Shape ?? rest);
    }

    public static Shape? Unevaluated(Shape shape, string keyword) =>
        shape.Draft >= Draft.Draft201909 && shape[keyword] is { } schema ? shape.Of(schema) : null;
}
