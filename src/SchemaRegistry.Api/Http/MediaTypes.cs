using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace SchemaRegistry.Api.Http;

/// <summary>The media types of an API and the choice between them.</summary>
internal sealed class MediaTypes
{
    public const string PlainJson = "application/json";

    /// <summary>Those of the Confluent server, with its own weights.</summary>
    public static readonly MediaTypes Confluent =
        new(("application/vnd.schemaregistry.v1+json", 1), ("application/vnd.schemaregistry+json", 0.9), (PlainJson, 0.5));

    /// <summary>The same where there is a page for people as well, which nobody gets who did not ask for it by name.</summary>
    public static readonly MediaTypes ConfluentOrPage =
        new(("application/vnd.schemaregistry.v1+json", 1), ("application/vnd.schemaregistry+json", 0.9), (PlainJson, 0.5), ("text/html", 0.001));

    /// <summary>Plain JSON.</summary>
    public static readonly MediaTypes Json = new((PlainJson, 1));

    // Preferred first, with the server's own weights.
    private readonly (string Type, double Weight)[] _produced;
    private readonly string[] _consumed;

    private MediaTypes(params (string Type, double Weight)[] produced)
    {
        _produced = produced;
        _consumed = [.. produced.Select(static type => type.Type), "application/octet-stream"];
    }

    /// <summary>The type for clients that take any.</summary>
    public string Default => _produced[0].Type;

    /// <summary>The types that are read.</summary>
    public IReadOnlyList<string> Consumed => _consumed;

    /// <summary>The types to choose from.</summary>
    public IEnumerable<string> Produced => _produced.Select(static type => type.Type);

    /// <summary>The type to answer with, or <see langword="null"/> where the client takes none of ours.</summary>
    public string? Choose(StringValues accept)
    {
        if (StringValues.IsNullOrEmpty(accept))
        {
            return Default;
        }

        if (!MediaTypeHeaderValue.TryParseList(accept, out var ranges))
        {
            return null;
        }

        string? best = null;
        var bestWeight = 0d;
        foreach (var (type, weight) in _produced)
        {
            var candidate = weight * ClientWeight(type, ranges);
            if (candidate > bestWeight)
            {
                (best, bestWeight) = (type, candidate);
            }
        }

        return best;
    }

    /// <summary>Whether a request body of this type is read; none at all is read as JSON.</summary>
    public bool CanRead(string? contentType)
    {
        if (string.IsNullOrEmpty(contentType))
        {
            return true;
        }

        return MediaTypeHeaderValue.TryParse(contentType, out var type)
            && _consumed.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase)
            && (type.Charset.Length == 0 || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
    }

    // The most specific range decides, as RFC 9110 has it: "*/*, application/json;q=0" excludes JSON.
    private static double ClientWeight(string type, IList<MediaTypeHeaderValue> ranges)
    {
        var specificity = -1;
        var weight = 0d;
        foreach (var range in ranges)
        {
            var matched = Specificity(type, range);
            if (matched > specificity)
            {
                (specificity, weight) = (matched, range.Quality ?? 1);
            }
        }

        return weight;
    }

    private static int Specificity(string type, MediaTypeHeaderValue range)
    {
        if (range.MatchesAllTypes)
        {
            return 0;
        }

        if (range.MatchesAllSubTypes)
        {
            return range.Type.Equals("application", StringComparison.OrdinalIgnoreCase) ? 1 : -1;
        }

        return range.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase) ? 2 : -1;
    }
}
