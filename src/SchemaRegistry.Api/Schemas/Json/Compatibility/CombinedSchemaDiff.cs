using SchemaRegistry.Api.Schemas.Compatibility;

namespace SchemaRegistry.Api.Schemas.Json.Compatibility;

/// <summary>Compares <c>allOf</c>, <c>anyOf</c> and <c>oneOf</c>, and products of several aspects.</summary>
internal static class CombinedSchemaDiff
{
    public static void Compare(SchemaDiff diff, Findings findings, Shape original, Shape update)
    {
        if (!CanBecome(original, update))
        {
            diff.Add(findings, "COMBINED_TYPE_CHANGED");
            return;
        }

        if (original.Parts.Count < update.Parts.Count && update.Criterion == Criterion.All)
        {
            diff.Add(findings, "PRODUCT_TYPE_EXTENDED");
        }

        if (original.Parts.Count > update.Parts.Count && original.Criterion != Criterion.All)
        {
            diff.Add(findings, "SUM_TYPE_NARROWED");
        }

        var matches = original.Parts.Select(
            older => Enumerable.Range(0, update.Parts.Count).Where(index => diff.Compare(older, update.Parts[index]).IsCompatible).ToArray());
        if (MaximumCardinalityMatch.MaximumSize([.. matches], update.Parts.Count, diff.Spend) < Math.Min(original.Parts.Count, update.Parts.Count))
        {
            diff.Add(findings, "COMBINED_TYPE_SUBSCHEMAS_CHANGED");
        }
    }

    private static bool CanBecome(Shape original, Shape update) =>
        original.Criterion == update.Criterion
        || update.Criterion == Criterion.Any
        || (original.Parts.Count == 1 && (update.Parts.Count == 1 || update.Criterion == Criterion.One))
        || (update.Parts.Count == 1 && original.Criterion == Criterion.All);
}
