using SchemaRegistry.Api.Schemas.Compatibility;
using SchemaRegistry.Api.Schemas.Json.Syntax;

namespace SchemaRegistry.Api.Schemas.Json.Compatibility;

/// <summary>Compares schemas of arrays.</summary>
internal static class ArrayComparison
{
    public static void Compare(SchemaComparison comparison, Findings findings, Shape original, Shape update)
    {
        var (older, newer) = (ItemModel.Of(original), ItemModel.Of(update));
        CompareAll(comparison, findings, older.All, newer.All);
        CompareTuples(comparison, findings, older, newer);
        RestComparison.Compare(comparison, findings, (older.Permits, older.Additional), (newer.Permits, newer.Additional), "additionalItems", "ADDITIONAL_ITEMS");
        RestComparison.CompareUnevaluated(comparison, findings, original, update, "unevaluatedItems", "UNEVALUATED_ITEMS");
        ScalarComparison.CompareLimits(comparison, findings, original, update, "maxItems", "MAX_ITEMS");
        ScalarComparison.CompareLimits(comparison, findings, original, update, "minItems", "MIN_ITEMS");
        ScalarComparison.CompareLimits(comparison, findings, older.MaxContains, newer.MaxContains, "maxContains", "MAX_CONTAINS");
        ScalarComparison.CompareLimits(comparison, findings, older.MinContains, newer.MinContains, "minContains", "MIN_CONTAINS");
        if (IsUnique(update) && !IsUnique(original))
        {
            comparison.Add(findings, "UNIQUE_ITEMS_ADDED", "uniqueItems");
        }
    }

    private static void CompareAll(SchemaComparison comparison, Findings findings, Shape? original, Shape? update)
    {
        if (original is not null && update is not null)
        {
            findings.Add(comparison.Compare(original, update), "items");
        }
        else if (update is not null)
        {
            comparison.Add(findings, "SCHEMA_ADDED", "items");
        }
    }

    private static void CompareTuples(SchemaComparison comparison, Findings findings, ItemModel original, ItemModel update)
    {
        for (var i = 0; i < Math.Max(original.Tuple.Count, update.Tuple.Count); i++)
        {
            comparison.Spend(1);
            var path = $"items/{i}";
            if (i >= update.Tuple.Count)
            {
                Removed(comparison, findings, original.Tuple[i], update, path);
            }
            else if (i >= original.Tuple.Count)
            {
                Added(comparison, findings, original, update.Tuple[i], path);
            }
            else
            {
                findings.Add(comparison.Compare(original.Tuple[i], update.Tuple[i]), path);
            }
        }
    }

    private static void Removed(SchemaComparison comparison, Findings findings, Shape original, ItemModel update, string path)
    {
        if (update.IsOpen)
        {
            return;
        }

        if (update.Rest is { } covering)
        {
            var covered = comparison.Compare(original, covering);
            findings.Add(covered, path);
            if (!covered.IsCompatible)
            {
                comparison.Add(findings, "ITEM_REMOVED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL", path);
            }
        }
        else if (original.Kind != ShapeKind.False)
        {
            comparison.Add(findings, "ITEM_REMOVED_FROM_CLOSED_CONTENT_MODEL", path);
        }
    }

    private static void Added(SchemaComparison comparison, Findings findings, ItemModel original, Shape update, string path)
    {
        if (original.IsOpen)
        {
            if (update.Kind != ShapeKind.Empty)
            {
                comparison.Add(findings, "ITEM_ADDED_TO_OPEN_CONTENT_MODEL", path);
            }
        }
        else if (original.Rest is { } covering)
        {
            var covered = comparison.Compare(covering, update);
            findings.Add(covered, path);
            if (!covered.IsCompatible)
            {
                comparison.Add(findings, "ITEM_ADDED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL", path);
            }
        }
    }

    private static bool IsUnique(Shape shape) => shape["uniqueItems"] is { Kind: JsonKind.Boolean, Boolean: true };
}
