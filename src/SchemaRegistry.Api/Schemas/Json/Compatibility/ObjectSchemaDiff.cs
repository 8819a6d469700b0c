using SchemaRegistry.Api.Schemas.Compatibility;
using SchemaRegistry.Api.Schemas.Json.Syntax;

namespace SchemaRegistry.Api.Schemas.Json.Compatibility;

/// <summary>Compares schemas of objects. What a change of <c>properties</c> means depends on the content model: whether other members are allowed.</summary>
internal static class ObjectSchemaDiff
{
    public static void Compare(SchemaDiff diff, Findings findings, Shape original, Shape update)
    {
        CompareRequired(diff, findings, original, update);
        CompareProperties(diff, findings, original, update);
        DependencyDiff.Compare(diff, findings, original, update);
        CompareAdditional(diff, findings, original, update);
        AdditionalSchemaDiff.CompareUnevaluated(diff, findings, original, update, "unevaluatedProperties", "UNEVALUATED_PROPERTIES");
        ScalarSchemaDiff.CompareLimits(diff, findings, original, update, "maxProperties", "MAX_PROPERTIES");
        ScalarSchemaDiff.CompareLimits(diff, findings, original, update, "minProperties", "MIN_PROPERTIES");
    }

    private static void CompareRequired(SchemaDiff diff, Findings findings, Shape original, Shape update)
    {
        var (before, after) = (RequiredOf(original), RequiredOf(update));
        foreach (var (name, _) in MembersOf(original))
        {
            if (update.Property(name) is { } property && after.Contains(name) && !before.Contains(name) && property.Find("default") is null)
            {
                diff.Add(findings, "REQUIRED_ATTRIBUTE_ADDED", $"required/{name}");
            }
        }
    }

    private static void CompareProperties(SchemaDiff diff, Findings findings, Shape original, Shape update)
    {
        var (before, after) = (ContentModel.Of(original, diff.Patterns), ContentModel.Of(update, diff.Patterns));
        foreach (var (name, schema) in MembersOf(original))
        {
            diff.Spend(1 + update.Patterns.Count);
            if (update.Property(name) is { } newer)
            {
                findings.Add(diff.Compare(original.Of(schema), update.Of(newer)), $"properties/{name}");
            }
            else
            {
                Removed(diff, findings, original.Of(schema), after, name);
            }
        }

        var required = RequiredOf(update);
        foreach (var (name, schema) in MembersOf(update).Where(member => original.Property(member.Name) is null))
        {
            diff.Spend(1 + original.Patterns.Count);
            var kind = !required.Contains(name) ? "OPTIONAL_PROPERTY"
                : schema.Find("default") is null ? "REQUIRED_PROPERTY" : "REQUIRED_PROPERTY_WITH_DEFAULT";
            Added(diff, findings, before, update.Of(schema), name, kind);
        }
    }

    private static void Removed(SchemaDiff diff, Findings findings, Shape original, ContentModel update, string name)
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
                diff.Add(findings, "PROPERTY_REMOVED_FROM_CLOSED_CONTENT_MODEL", path);
            }

            return;
        }

        var covered = diff.Compare(original, covering);
        findings.Add(covered, path);
        if (!covered.IsCompatible)
        {
            diff.Add(findings, "PROPERTY_REMOVED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL", path);
        }
    }

    private static void Added(SchemaDiff diff, Findings findings, ContentModel original, Shape update, string name, string kind)
    {
        var path = $"properties/{name}";
        if (original.IsOpen)
        {
            if (update.Kind != ShapeKind.Empty)
            {
                diff.Add(findings, $"{kind}_ADDED_TO_OPEN_CONTENT_MODEL", path);
            }

            return;
        }

        if (original.SchemaFor(name) is { } covering)
        {
            var covered = diff.Compare(covering, update);
            findings.Add(covered, path);
            if (!covered.IsCompatible)
            {
                diff.Add(findings, "PROPERTY_ADDED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL", path);
            }
        }

        if (kind == "REQUIRED_PROPERTY")
        {
            diff.Add(findings, "REQUIRED_PROPERTY_ADDED_TO_UNOPEN_CONTENT_MODEL", path);
        }
    }

    private static void CompareAdditional(SchemaDiff diff, Findings findings, Shape original, Shape update) => AdditionalSchemaDiff.Compare(
        diff,
        findings,
        (original["additionalProperties"].Permits(), original.SchemaOf("additionalProperties")),
        (update["additionalProperties"].Permits(), update.SchemaOf("additionalProperties")),
        "additionalProperties",
        "ADDITIONAL_PROPERTIES");

    private static JsonMember[] MembersOf(Shape shape) => shape["properties"]?.Members ?? [];

    private static HashSet<string> RequiredOf(Shape shape) => (shape["required"]?.Items ?? []).Select(static name => name.Text).ToHashSet(StringComparer.Ordinal);
}
