using System.Collections.Concurrent;
using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Json.Model;
using SchemaRegistry.Api.Schemas.Json.Syntax;
using SchemaRegistry.Api.Schemas.Json.Validation;

namespace SchemaRegistry.Api.Schemas.Json.MetaSchemas;

/// <summary>Checks a schema against its draft's meta-schema.</summary>
internal static class MetaSchemaCheck
{
    // How many of the reasons at one place are told: "one of … ; or an array".
    private const int MostReasons = 3;

    private static readonly ConcurrentDictionary<Draft, Lazy<CompiledSchema>> s_compiled = new();

    /// <exception cref="SchemaSyntaxException">A keyword's value is not what the draft demands.</exception>
    public static void Check(JsonNode schema, Draft draft, string uri = "") =>
        Check(schema, s_compiled.GetOrAdd(draft, static draft => new Lazy<CompiledSchema>(() => Compile(draft))).Value, uri);

    /// <param name="schema">The schema.</param>
    /// <param name="metaSchema">What it must be valid for.</param>
    /// <param name="uri">How messages name the schema; empty for the one that somebody sent.</param>
    /// <exception cref="SchemaSyntaxException">A keyword's value is not what the meta-schema demands.</exception>
    public static void Check(JsonNode schema, CompiledSchema metaSchema, string uri = "")
    {
        var evaluation = new Evaluation(metaSchema);
        if (evaluation.IsValid(metaSchema.Root, schema))
        {
            return;
        }

        var explanation = new Explanation(new Evaluation(metaSchema) { RemembersAll = true });
        explanation.Explain(metaSchema.Root, schema, DocumentPath.Root);

        // Of a choice of schemas the one that went furthest is the one that was meant.
        var deepest = explanation.Errors.MaxBy(static error => error.Path.Depth)!;
        var reasons = explanation.Errors
            .Where(error => error.Instance == deepest.Instance && !error.Place.Tokens[^1].EndsWith("Of", StringComparison.Ordinal))
            .Select(static error => error.Reason)
            .Distinct(StringComparer.Ordinal)
            .Take(MostReasons);
        throw new SchemaSyntaxException(deepest.Instance.Offset, $"{uri}#{deepest.Path}: {string.Join("; or: ", reasons.DefaultIfEmpty(deepest.Reason))}");
    }

    private static CompiledSchema Compile(Draft draft)
    {
        var uri = Dialect.MetaSchemaUri(draft);
        return SchemaCompiler.Compile(new SchemaStore(JsonTreeReader.Read(MetaSchemaTexts.Find(uri)!), []), assertsFormats: false);
    }
}
