using SchemaRegistry.Api.Schemas.Compatibility;

namespace SchemaRegistry.Api.Schemas.Json.Compatibility;

/// <summary>Compares what is said of the members or items that have no schemas of their own.</summary>
internal static class AdditionalSchemaDiff
{
    public static void Compare(
        SchemaDiff diff,
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
                diff.Add(findings, $"{name}_REMOVED", keyword);
            }
        }
        else if (original.Schema is null && update.Schema is not null)
        {
            diff.Add(findings, $"{name}_NARROWED", keyword);
        }
        else if (original.Schema is not null && update.Schema is not null)
        {
            findings.Add(diff.Compare(original.Schema, update.Schema), keyword);
        }
    }

    public static void CompareUnevaluated(SchemaDiff diff, Findings findings, Shape original, Shape update, string keyword, string name)
    {
        var (older, newer) = (ContentModel.Unevaluated(original, keyword), ContentModel.Unevaluated(update, keyword));
        if (newer is null or { Kind: ShapeKind.Empty } || older is { Kind: ShapeKind.False })
        {
            return;
        }

        if (newer.Kind == ShapeKind.False)
        {
            diff.Add(findings, $"{name}_REMOVED", keyword);
        }
        else if (older is null or { Kind: ShapeKind.Empty })
        {
            diff.Add(findings, $"{name}_NARROWED", keyword);
        }
        else
        {
            findings.Add(diff.Compare(older, newer), keyword);
        }
    }
}
