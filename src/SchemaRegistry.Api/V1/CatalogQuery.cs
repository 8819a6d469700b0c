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
    private const int MaxTextLength = 1000;
    private const int MaxFilters = 100;

    private static readonly char[] s_wildcards = ['*', '?', '['];

    public string Prefix { get; init; } = string.Empty;

    public SchemaFormat? Format { get; init; }

    public LifecycleState? State { get; init; }

    /// <summary>Words of the subject, the description or the text of the schema, in any case; the last of them may be only begun.</summary>
    public string? Text { get; init; }

    /// <summary>The subject, with <c>*</c> for anything and <c>?</c> for any character.</summary>
    public string? Pattern { get; init; }

    /// <summary>Tags that a version has, all of them.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Properties that a version has, all of them.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether nothing matters but where the subject's name begins.</summary>
    public bool IsPlain => Format is null && State is null && string.IsNullOrEmpty(Pattern) && !IsSearch;

    /// <summary>Whether something matters that only an index of words finds.</summary>
    public bool IsSearch => !string.IsNullOrEmpty(Text) || Tags.Count > 0 || Metadata.Count > 0;

    /// <summary>What every subject starts with that can match.</summary>
    public string Start => Prefix.Length > 0 || Pattern is null ? Prefix : Pattern.Split(s_wildcards)[0];

    public static Page PageOf(int? offset, int? limit) => Page.Of(offset, Math.Min(limit is > 0 ? limit.Value : DefaultLimit, MaxLimit));

    /// <exception cref="RegistryException">Matching the pattern could take long.</exception>
    public static string? CheckPattern(string? pattern) => string.IsNullOrEmpty(pattern)
        ? null
        : pattern.Length <= MaxPatternLength && pattern.Count(s_wildcards.Contains) <= MaxWildcards
            ? pattern
            : throw RegistryErrors.UnexpectedBody($"The subject pattern is too long: it may have {MaxPatternLength} characters, {MaxWildcards} of them wildcards.");

    /// <exception cref="RegistryException">There is more in it than somebody who searches can mean.</exception>
    public CatalogQuery Checked() => Text is not { Length: > MaxTextLength } && Tags.Count <= MaxFilters && Metadata.Count <= MaxFilters
        ? this
        : throw RegistryErrors.UnexpectedBody($"The search is too long: it may have a query of {MaxTextLength} characters, {MaxFilters} tags and {MaxFilters} metadata filters.");
}
