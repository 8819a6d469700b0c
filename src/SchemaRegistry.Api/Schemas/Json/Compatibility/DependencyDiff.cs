using SchemaRegistry.Api.Schemas.Compatibility;
using SchemaRegistry.Api.Schemas.Json.Model;
using SchemaRegistry.Api.Schemas.Json.Syntax;

namespace SchemaRegistry.Api.Schemas.Json.Compatibility;

/// <summary>Compares <c>dependencies</c>, and <c>dependentRequired</c> and <c>dependentSchemas</c> of the later drafts.</summary>
internal static class DependencyDiff
{
    public static void Compare(SchemaDiff diff, Findings findings, Shape original, Shape update)
    {
        CompareNames(diff, findings, original, update);
        CompareSchemas(diff, findings, original, update);
    }

    private static void CompareNames(SchemaDiff diff, Findings findings, Shape original, Shape update)
    {
        var older = Dependencies(original, "dependentRequired", wantsArrays: true);
        foreach (var (name, value) in Dependencies(update, "dependentRequired", wantsArrays: true))
        {
            diff.Spend(1);
            var needed = Texts(value);
            if (!older.TryGetValue(name, out var neededBefore))
            {
                diff.Add(findings, "DEPENDENCY_ARRAY_ADDED", $"dependencies/{name}");
            }
            else if (!needed.IsSubsetOf(Texts(neededBefore)))
            {
                diff.Add(findings, needed.IsSupersetOf(Texts(neededBefore)) ? "DEPENDENCY_ARRAY_EXTENDED" : "DEPENDENCY_ARRAY_CHANGED", $"dependencies/{name}");
            }
        }
    }

    private static void CompareSchemas(SchemaDiff diff, Findings findings, Shape original, Shape update)
    {
        var older = Dependencies(original, "dependentSchemas", wantsArrays: false);
        foreach (var (name, schema) in Dependencies(update, "dependentSchemas", wantsArrays: false))
        {
            diff.Spend(1);
            if (!older.TryGetValue(name, out var before))
            {
                diff.Add(findings, "DEPENDENCY_SCHEMA_ADDED", $"dependencies/{name}");
            }
            else
            {
                findings.Add(diff.Compare(original.Of(before), update.Of(schema)), $"dependencies/{name}");
            }
        }
    }

    private static Dictionary<string, JsonNode> Dependencies(Shape shape, string laterKeyword, bool wantsArrays) =>
        (shape[shape.Draft >= Draft.Draft201909 ? laterKeyword : "dependencies"]?.Members ?? [])
            .Where(member => member.Value.IsArray == wantsArrays)
            .ToDictionary(static member => member.Name, static member => member.Value, StringComparer.Ordinal);

    private static HashSet<string> Texts(JsonNode names) => names.Items.Select(static name => name.Text).ToHashSet(StringComparer.Ordinal);
}
