using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Subjects;

namespace SchemaRegistry.Api.V1;

/// <summary>What versions are looked for; what is <see langword="null"/> or empty does not matter.</summary>
internal sealed record CatalogQuery(Page Page)
{
    public const int DefaultLimit = 50;

    private const int MaxLimit = 1000;
    private const int MaxPatternLength = 256;
    private const int MaxWildcards = 8;

    public string Prefix { get; init; } = string.Empty;

    public SchemaFormat? Format { get; init; }

    public LifecycleState? State { get; init; }

    /// <summary>A word in the subject, the description or the text of the schema, in any case.</summary>
    public string? Text { get; init; }

    /// <summary>The subject, with <c>*</c> for anything and <c>?</c> for any character.</summary>
    public string? Pattern { get; init; }

    /// <summary>Tags that a version has, all of them.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Properties that a version has, all of them.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether nothing matters but where the subject's name begins.</summary>
    public bool IsPlain =>
        Format is null && State is null && string.IsNullOrEmpty(Text) && string.IsNullOrEmpty(Pattern) && Tags.Count == 0 && Metadata.Count == 0;

    public static Page PageOf(int? offset, int? limit) => Page.Of(offset, Math.Min(limit is > 0 ? limit.Value : DefaultLimit, MaxLimit));

    /// <exception cref="RegistryException">Matching the pattern could take long.</exception>
    public static string? CheckPattern(string? pattern) =>
        pattern is null || (pattern.Length <= MaxPatternLength && pattern.Count(static c => c is '*' or '?' or '[') <= MaxWildcards)
            ? pattern
            : throw RegistryErrors.UnexpectedBody($"The subject pattern is too long: it may have {MaxPatternLength} characters, {MaxWildcards} of them wildcards.");
}
