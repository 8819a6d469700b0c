using SchemaRegistry.Api.Schemas.Json.Syntax;

namespace SchemaRegistry.Api.Schemas.Json.Model;

/// <summary>What the keywords of a schema mean: the draft, and which groups of its keywords count.</summary>
internal sealed record Dialect(Draft Draft, Vocabularies Vocabularies)
{
    /// <summary>What a schema is that names no <c>$schema</c>, or one that nobody knows.</summary>
    public static readonly Dialect Default = new(Draft.Draft7, Vocabularies.Standard);

    private static readonly Dictionary<string, Draft> s_byUri = new(StringComparer.Ordinal)
    {
        ["http://json-schema.org/draft-04/schema"] = Draft.Draft4,
        ["http://json-schema.org/draft-06/schema"] = Draft.Draft6,
        ["http://json-schema.org/draft-07/schema"] = Draft.Draft7,
        ["https://json-schema.org/draft/2019-09/schema"] = Draft.Draft201909,
        ["https://json-schema.org/draft/2020-12/schema"] = Draft.Draft202012,
    };

    private static readonly Dictionary<string, Vocabularies> s_vocabularies = new(StringComparer.Ordinal)
    {
        ["core"] = Vocabularies.Core,
        ["applicator"] = Vocabularies.Applicator,
        ["validation"] = Vocabularies.Validation,
        ["unevaluated"] = Vocabularies.Unevaluated,
        ["format-assertion"] = Vocabularies.FormatAssertion,
        ["format-annotation"] = Vocabularies.Core,
        ["format"] = Vocabularies.Core,
        ["content"] = Vocabularies.Core,
        ["meta-data"] = Vocabularies.Core,
    };

    /// <summary>The keyword that names a schema.</summary>
    public string IdKeyword => Draft == Draft.Draft4 ? "id" : "$id";

    /// <summary>Whether everything beside a <c>$ref</c> is ignored.</summary>
    public bool RefStandsAlone => Draft <= Draft.Draft7;

    public bool Has(Vocabularies vocabulary) => (Vocabularies & vocabulary) == vocabulary;

    /// <summary>The dialect of a draft's own meta-schema; none when the URI is no draft's.</summary>
    public static Dialect? OfDraft(string metaSchemaUri) =>
        s_byUri.TryGetValue(metaSchemaUri.TrimEnd('#'), out var draft) ? new Dialect(draft, Vocabularies.Standard) : null;

    /// <summary>The URI of the draft's own meta-schema.</summary>
    public static string MetaSchemaUri(Draft draft) => s_byUri.First(pair => pair.Value == draft).Key;

    /// <summary>The dialect that a meta-schema of the user's own makes.</summary>
    /// <param name="metaSchema">The meta-schema.</param>
    /// <param name="own">The dialect in which it is written.</param>
    public static Dialect OfMetaSchema(JsonNode metaSchema, Dialect own)
    {
        if (own.Draft < Draft.Draft201909 || metaSchema.Find("$vocabulary") is not { IsObject: true } listed)
        {
            return own;
        }

        var vocabularies = own.Draft == Draft.Draft201909 && listed.Members.Any(static member => NameOf(member.Name) == "applicator")
            ? Vocabularies.Unevaluated
            : Vocabularies.Core;
        foreach (var (name, required) in listed.Members)
        {
            if (NameOf(name) is { } known)
            {
                vocabularies |= s_vocabularies[known];
                vocabularies |= known == "format" && required.Boolean ? Vocabularies.FormatAssertion : Vocabularies.Core;
            }
            else if (required.Boolean)
            {
                throw new SchemaSyntaxException(0, $"the meta-schema requires the vocabulary \"{name}\", which is not known here");
            }
        }

        return own with { Vocabularies = vocabularies };
    }

    private static string? NameOf(string vocabularyUri)
    {
        var name = vocabularyUri[(vocabularyUri.LastIndexOf('/') + 1)..];
        return vocabularyUri.StartsWith("https://json-schema.org/draft/", StringComparison.Ordinal) && s_vocabularies.ContainsKey(name) ? name : null;
    }
}
