using SchemaRegistry.Api.Schemas.Json.Model;
using SchemaRegistry.Api.Schemas.Json.Syntax;

namespace SchemaRegistry.Api.Schemas.Json.Compatibility;

/// <summary>What a schema says of the items of an array.</summary>
/// <param name="All">The schema of every item, where no tuple is given.</param>
/// <param name="Tuple">The schemas of the first items.</param>
/// <param name="Permits">Whether there may be more than those.</param>
/// <param name="Additional">The schema of the items after those.</param>
/// <param name="Unevaluated">The schema of the items that nothing else looked at.</param>
/// <param name="MinContains">How many items must match <c>contains</c>.</param>
/// <param name="MaxContains">How many items may match <c>contains</c>.</param>
internal sealed record ItemModel(
    Shape? All,
    IReadOnlyList<Shape> Tuple,
    bool Permits,
    Shape? Additional,
    Shape? Unevaluated,
    JsonNumber? MinContains,
    JsonNumber? MaxContains)
{
    /// <summary>Whether items after the tuple may be anything.</summary>
    public bool IsOpen => Permits && Additional is null && Unevaluated is null or { Kind: ShapeKind.Empty };

    /// <summary>The schema of items after the tuple; none when there may be none.</summary>
    public Shape? Rest => Additional ?? (Permits && Unevaluated is { Kind: not (ShapeKind.False or ShapeKind.Empty) } ? Unevaluated : null);

    public static ItemModel Of(Shape shape)
    {
        var isLater = shape.Draft >= Draft.Draft201909;
        var items = shape["items"];
        var tuple = shape.Draft == Draft.Draft202012 ? shape["prefixItems"] : items is { IsArray: true } ? items : null;
        var rest = shape.Draft == Draft.Draft202012 ? (tuple is null ? null : items) : shape["additionalItems"];
        var all = ReferenceEquals(items, tuple) || ReferenceEquals(items, rest) ? null : items;
        if (isLater && all is { Kind: JsonKind.Boolean })
        {
            // There a boolean says the same as one after a tuple of nothing.
            (all, rest) = (null, all);
        }

        var counts = isLater && shape["contains"] is not null;
        return new ItemModel(
            all is null ? null : shape.Of(all),
            [.. tuple?.Items.Select(shape.Of) ?? []],
            rest.Permits(),
            rest is { IsObject: true } ? shape.Of(rest) : null,
            ContentModel.Unevaluated(shape, "unevaluatedItems"),
            counts ? ScalarSchemaDiff.NumberOf(shape, "minContains") ?? JsonNumber.Of(1) : null,
            counts ? ScalarSchemaDiff.NumberOf(shape, "maxContains") : null);
    }
}
