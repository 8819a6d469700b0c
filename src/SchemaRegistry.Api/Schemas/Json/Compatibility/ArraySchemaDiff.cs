using SchemaRegistry.Api.Schemas.Compatibility;
using SchemaRegistry.Api.Schemas.Json.Syntax;

namespace SchemaRegistry.Api.Schemas.Json.Compatibility;

/// <summary>Compares schemas of arrays.</summary>
internal static class ArraySchemaDiff
{
    public static void Compare(SchemaDiff diff, Findings findings, Shape original, Shape update)
    {
        var (older, newer) = (ItemModel.Of(original), ItemModel.Of(update));
        CompareAll(diff, findings, older.All, newer.All);
        CompareTuples(diff, findings, older, newer);
        AdditionalSchemaDiff.Compare(diff, findings, (older.Permits, older.Additional), (newer.Permits, newer.Additional), "additionalItems", "ADDITIONAL_ITEMS");
        AdditionalSchemaDiff.CompareUnevaluated(diff, findings, original, update, "unevaluatedItems", "UNEVALUATED_ITEMS");
        ScalarSchemaDiff.CompareLimits(diff, findings, original, update, "maxItems", "MAX_ITEMS");
        ScalarSchemaDiff.CompareLimits(diff, findings, original, update, "minItems", "MIN_ITEMS");
        ScalarSchemaDiff.CompareLimits(diff, findings, older.MaxContains, newer.MaxContains, "maxContains", "MAX_CONTAINS");
        ScalarSchemaDiff.CompareLimits(diff, findings, older.MinContains, newer.MinContains, "minContains", "MIN_CONTAINS");
        if (IsUnique(update) && !IsUnique(original))
        {
            diff.Add(findings, "UNIQUE_ITEMS_ADDED", "uniqueItems");
        }
    }

    private static void CompareAll(SchemaDiff diff, Findings findings, Shape? original, Shape? update)
    {
        if (original is not null && update is not null)
        {
            findings.Add(diff.Compare(original, update), "items");
        }
        else if (update is not null)
        {
            diff.Add(findings, "SCHEMA_ADDED", "items");
        }
    }

    private static void CompareTuples(SchemaDiff diff, Findings findings, ItemModel original, ItemModel update)
    {
        for (var i = 0; i < Math.Max(original.Tuple.Count, update.Tuple.Count); i++)
        {
            diff.Spend(1);
            var path = $"items/{i}";
            if (i >= update.Tuple.Count)
            {
                Removed(diff, findings, original.Tuple[i], update, path);
            }
            else if (i >= original.Tuple.Count)
            {
                Added(diff, findings, original, update.Tuple[i], path);
            }
            else
            {
                findings.Add(diff.Compare(original.Tuple[i], update.Tuple[i]), path);
            }
        }
    }

    private static void Removed(SchemaDiff diff, Findings findings, Shape original, ItemModel update, string path)
    {
        if (update.IsOpen)
        {
            return;
        }

        if (update.Rest is { } covering)
        {
            var covered = diff.Compare(original, covering);
            findings.Add(covered, path);
            if (!covered.IsCompatible)
            {
                diff.Add(findings, "ITEM_REMOVED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL", path);
            }
        }
        else if (original.Kind != ShapeKind.False)
        {
            diff.Add(findings, "ITEM_REMOVED_FROM_CLOSED_CONTENT_MODEL", path);
        }
    }

    private static void Added(SchemaDiff diff, Findings findings, ItemModel original, Shape update, string path)
    {
        if (original.IsOpen)
        {
            if (update.Kind != ShapeKind.Empty)
            {
                diff.Add(findings, "ITEM_ADDED_TO_OPEN_CONTENT_MODEL", path);
            }
        }
        else if (original.Rest is { } covering)
        {
            var covered = diff.Compare(covering, update);
            findings.Add(covered, path);
            if (!covered.IsCompatible)
            {
                diff.Add(findings, "ITEM_ADDED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL", path);
            }
        }
    }

    private static bool IsUnique(Shape shape) => shape["uniqueItems"] is { Kind: JsonKind.Boolean, Boolean: true };
}
