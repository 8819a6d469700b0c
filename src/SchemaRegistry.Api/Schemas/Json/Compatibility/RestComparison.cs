using SchemaRegistry.Api.Schemas.Compatibility;

namespace SchemaRegistry.Api.Schemas.Json.Compatibility;

/// <summary>Compares what is said of the members or items that have no schemas of their own.</summary>
internal static class RestComparison
{
    public static void Compare(
        SchemaComparison comparison,
        Findings findings,
        (bool Permits, Shape? Schema) original,
        (bool Permits, Shape? Schema) update,
        string keyword,
        string name)
    {
        if (original.Permits != update.Permits)
        {
            if (!update.Permits)
            {
                comparison.Add(findings, $"{name}_REMOVED", keyword);
            }
        }
        else if (original.Schema is null && update.Schema is not null)
        {
            comparison.Add(findings, $"{name}_NARROWED", keyword);
        }
        else if (original.Schema is not null && update.Schema is not null)
        {
            findings.Add(comparison.Compare(original.Schema, update.Schema), keyword);
        }
    }

    public static void CompareUnevaluated(SchemaComparison comparison, Findings findings, Shape original, Shape update, string keyword, string name)
    {
        var (older, newer) = (ContentModel.Unevaluated(original, keyword), ContentModel.Unevaluated(update, keyword));
        if (newer is null or { Kind: ShapeKind.Empty } || older is { Kind: ShapeKind.False })
        {
            return;
        }

        if (newer.Kind == ShapeKind.False)
        {
            comparison.Add(findings, $"{name}_REMOVED", keyword);
        }
        else if (older is null or { Kind: ShapeKind.Empty })
        {
            comparison.Add(findings, $"{name}_NARROWED", keyword);
        }
        else
        {
            findings.Add(comparison.Compare(older, newer), keyword);
        }
    }
}
