using SchemaRegistry.Api.Schemas.Compatibility;
using SchemaRegistry.Api.Schemas.Json.Model;
using SchemaRegistry.Api.Schemas.Json.Syntax;

namespace SchemaRegistry.Api.Schemas.Json.Compatibility;

/// <summary>Compares limits and lists of values.</summary>
internal static class ScalarSchemaDiff
{
    public static void CompareStrings(SchemaDiff diff, Findings findings, Shape original, Shape update)
    {
        CompareLimits(diff, findings, original, update, "maxLength", "MAX_LENGTH");
        CompareLimits(diff, findings, original, update, "minLength", "MIN_LENGTH");
        var (older, newer) = (original["pattern"]?.Text, update["pattern"]?.Text);
        if (newer is not null && older != newer)
        {
            diff.Add(findings, older is null ? "PATTERN_ADDED" : "PATTERN_CHANGED", "pattern");
        }
    }

    public static void CompareNumbers(SchemaDiff diff, Findings findings, Shape original, Shape update)
    {
        CompareLimits(diff, findings, original, update, "maximum", "MAXIMUM");
        CompareLimits(diff, findings, original, update, "minimum", "MINIMUM");
        CompareExclusive(diff, findings, original, update, "exclusiveMaximum", "maximum", "EXCLUSIVE_MAXIMUM");
        CompareExclusive(diff, findings, original, update, "exclusiveMinimum", "minimum", "EXCLUSIVE_MINIMUM");
        if (NumberOf(update, "multipleOf") is { } newer)
        {
            if (NumberOf(original, "multipleOf") is not { } older)
            {
                diff.Add(findings, "MULTIPLE_OF_ADDED", "multipleOf");
            }
            else if (!older.IsMultipleOf(newer))
            {
                diff.Add(findings, newer.IsMultipleOf(older) ? "MULTIPLE_OF_EXPANDED" : "MULTIPLE_OF_CHANGED", "multipleOf");
            }
        }

        if (update.RequiresInteger && !original.RequiresInteger)
        {
            diff.Add(findings, "TYPE_NARROWED");
        }
    }

    public static void CompareEnums(SchemaDiff diff, Findings findings, Shape original, Shape update)
    {
        var older = original["enum"]!.Items.ToHashSet(JsonValueComparer.Instance);
        var newer = update["enum"]!.Items.ToHashSet(JsonValueComparer.Instance);
        diff.Spend(older.Count + newer.Count);
        if (!newer.IsSupersetOf(older))
        {
            diff.Add(findings, newer.IsSubsetOf(older) ? "ENUM_ARRAY_NARROWED" : "ENUM_ARRAY_CHANGED", "enum");
        }
    }

    /// <summary>Compares a keyword whose name says whether it is an upper or a lower limit.</summary>
    public static void CompareLimits(SchemaDiff diff, Findings findings, Shape original, Shape update, string keyword, string name) =>
        CompareLimits(diff, findings, NumberOf(original, keyword), NumberOf(update, keyword), keyword, name);

    public static void CompareLimits(SchemaDiff diff, Findings findings, JsonNumber? older, JsonNumber? newer, string keyword, string name)
    {
        if (newer is not { } limit || (keyword is "minLength" or "minItems" or "minProperties" or "minContains" && limit <= JsonNumber.Of(0)))
        {
            // No count is below 0: that demands nothing.
            return;
        }

        if (older is not { } before)
        {
            diff.Add(findings, $"{name}_ADDED", keyword);
        }
        else if (name.Contains("MAX", StringComparison.Ordinal) && limit < before)
        {
            diff.Add(findings, $"{name}_DECREASED", keyword);
        }
        else if (name.Contains("MIN", StringComparison.Ordinal) && limit > before)
        {
            diff.Add(findings, $"{name}_INCREASED", keyword);
        }
    }

    public static JsonNumber? NumberOf(Shape shape, string keyword) => shape[keyword] is { IsNumber: true } value ? value.Number : null;

    private static void CompareExclusive(SchemaDiff diff, Findings findings, Shape original, Shape update, string keyword, string limit, string name)
    {
        CompareLimits(diff, findings, original, update, keyword, name);

        // In draft 4 it is a flag beside the limit; where the limit itself changed, that change is told.
        if (update.Draft == Draft.Draft4 && IsSet(update, keyword) && !IsSet(original, keyword) && NumberOf(original, limit) == NumberOf(update, limit))
        {
            diff.Add(findings, $"{name}_ADDED", keyword);
        }
    }

    private static bool IsSet(Shape shape, string keyword) => shape[keyword] is { Kind: JsonKind.Boolean, Boolean: true };
}
