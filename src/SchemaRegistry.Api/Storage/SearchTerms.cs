using System.Text;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.V1;

namespace SchemaRegistry.Api.Storage;

/// <summary>A search as an expression of the index of words, which has the words and facts that <see cref="SearchMigration"/> names.</summary>
internal sealed class SearchTerms
{
    private const char Fact = '\u0001';

    private readonly List<string> _facts = [];

    /// <param name="query">What is wanted beside words.</param>
    /// <param name="subjects">Ids of subjects, one of which it must be; <see langword="null"/> for any.</param>
    public SearchTerms(CatalogQuery query, IReadOnlyList<long>? subjects)
    {
        _facts.AddRange(query.Tags.Select(static tag => Quote($"{Fact}t{Hex(tag)}")));
        _facts.AddRange(query.Metadata.Select(static property => Quote($"{Fact}m{Hex(property.Key)}x{Hex(property.Value)}")));
        if (query.Format is { } format)
        {
            _facts.Add(Quote($"{Fact}f{SchemaFormats.WireName(format)}"));
        }

        if (query.State is { } state)
        {
            _facts.Add(Quote($"{Fact}a{LifecycleStates.WireName(state)}"));
        }

        if (subjects is not null)
        {
            _facts.Add($"({string.Join(" OR ", subjects.Select(static id => Quote(FormattableString.Invariant($"{Fact}s{id}"))))})");
        }
    }

    /// <summary>The words of a text, as the index takes texts apart.</summary>
    public static IReadOnlyList<string> Words(string? text)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; text is not null && i <= text.Length; i++)
        {
            var isWord = i < text.Length && (!char.IsAscii(text[i]) || char.IsAsciiLetterOrDigit(text[i]));
            if (isWord && start < 0)
            {
                start = i;
            }
            else if (!isWord && start >= 0)
            {
                words.Add(text[start..i]);
                start = -1;
            }
        }

        return words;
    }

    /// <summary>All of these words and all else that is wanted; empty where nothing is.</summary>
    public string All(IEnumerable<string> words) => string.Join(" AND ", words.Select(Quote).Concat(_facts));

    /// <summary>The same, but the last word may go on.</summary>
    public string AllBegun(IReadOnlyList<string> words) =>
        string.Join(" AND ", words.SkipLast(1).Select(Quote).Append(Quote(words[^1]) + "*").Concat(_facts));

    private static string Quote(string term) => $"\"{term}\"";

    private static string Hex(string? text) => Convert.ToHexString(Encoding.UTF8.GetBytes(text ?? string.Empty));
}
