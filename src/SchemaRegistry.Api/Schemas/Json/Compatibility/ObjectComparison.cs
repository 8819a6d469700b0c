using SchemaRegistry.Api.Schemas.Compatibility;
using SchemaRegistry.Api.Schemas.Json.Syntax;

namespace SchemaRegistry.Api.Schemas.Json.Compatibility;

/// <summary>Compares schemas of objects. What a change of <c>properties</c> means depends on the content model: whether other members are allowed.</summary>
internal static class ObjectComparison
{
    public static void Compare(SchemaComparison comparison, Findings findings, Shape original, Shape update)
    {
        CompareRequired(comparison, findings, original, update);
        CompareProperties(comparison, findings, original, update);
        DependencyComparison.Compare(comparison, findings, original, update);
        CompareAdditional(comparison, findings, original, update);
        RestComparison.CompareUnevaluated(comparison, findings, original, update, "unevaluatedProperties", "UNEVALUATED_PROPERTIES");
        ScalarComparison.CompareLimits(comparison, findings, original, update, "maxProperties", "MAX_PROPERTIES");
        ScalarComparison.CompareLimits(comparison, findings, original, update, "minProperties", "MIN_PROPERTIES");
    }

    private static void CompareRequired(SchemaComparison comparison, Findings findings, Shape original, Shape update)
    {
        var (before, after) = (RequiredOf(original), RequiredOf(update));
        foreach (var (name, _) in MembersOf(original))
        {
            if (update.Property(name) is { } property && after.Contains(name) && !before.Contains(name) && property.Find("default") is null)
            {
                comparison.Add(findings, "REQUIRED_ATTRIBUTE_ADDED", $"required/{name}");
            }
        }
    }

    private static void CompareProperties(SchemaComparison comparison, Findings findings, Shape original, Shape update)
    {
        var (before, after) = (ContentModel.Of(original, comparison.Patterns), ContentModel.Of(update, comparison.Patterns));
        foreach (var (name, schema) in MembersOf(original))
        {
            comparison.Spend(1 + update.Patterns.Count);
            if (update.Property(name) is { } newer)
            {
                findings.Add(comparison.Compare(original.Of(schema), update.Of(newer)), $"properties/{name}");
            }
            else
            {
                Removed(comparison, findings, original.Of(schema), after, name);
            }
        }

        var required = RequiredOf(update);
        foreach (var (name, schema) in MembersOf(update).Where(member => original.Property(member.Name) is null))
        {
            comparison.Spend(1 + original.Patterns.Count);
            var kind = !required.Contains(name) ? "OPTIONAL_PROPERTY"
                : schema.Find("default") is null ? "REQUIRED_PROPERTY" : "REQUIRED_PROPERTY_WITH_DEFAULT";
            Added(comparison, findings, before, update.Of(schema), name, kind);
        }
    }

    private static void Removed(SchemaComparison comparison, Findings findings, Shape original, ContentModel update, string name)
    {
        var path = $"properties/{name}";
        if (update.IsOpen)
        {
            return;
        }

        if (update.SchemaFor(name) is not { } covering)
        {
            if (original.Kind != ShapeKind.False)
            {
                comparison.Add(findings, "PROPERTY_REMOVED_FROM_CLOSED_CONTENT_MODEL", path);
            }

            return;
        }

        var covered = comparison.Compare(original, covering);
        findings.Add(covered, path);
        if (!covered.IsCompatible)
        {
            comparison.Add(findings, "PROPERTY_REMOVED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL", path);
        }
    }

    private static void Added(SchemaComparison comparison, Findings findings, ContentModel original, Shape update, string name, string kind)
    {
        var path = $"properties/{name}";
        if (original.IsOpen)
        {
            if (update.Kind != ShapeKind.Empty)
            {
                comparison.Add(findings, $"{kind}_ADDED_TO_OPEN_CONTENT_MODEL", path);
            }

            return;
        }

        if (original.SchemaFor(name) is { } covering)
        {
            var covered = comparison.Compare(covering, update);
            findings.Add(covered, path);
            if (!covered.IsCompatible)
            {
                comparison.Add(findings, "PROPERTY_ADDED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL", path);
            }
        }

        if (kind == "REQUIRED_PROPERTY")
        {
            comparison.Add(findings, "REQUIRED_PROPERTY_ADDED_TO_UNOPEN_CONTENT_MODEL", path);
        }
    }

    private static void CompareAdditional(SchemaComparison comparison, Findings findings, Shape original, Shape update) => RestComparison.Compare(
        comparison,
        findings,
        (original["additionalProperties"].Permits(), original.SchemaOf("additionalProperties")),
        (update["additionalProperties"].Permits(), update.SchemaOf("additionalProperties")),
        "additionalProperties",
        "ADDITIONAL_PROPERTIES");

    private static JsonMember[] MembersOf(Shape shape) => shape["properties"]?.Members ?? [];

    private static HashSet<string> RequiredOf(Shape shape) => (shape["required"]?.Items ?? []).Select(static name => name.Text).ToHashSet(StringComparer.Ordinal);
}
