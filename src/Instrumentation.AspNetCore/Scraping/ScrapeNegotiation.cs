using Instrumentation.Exposition;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Instrumentation.AspNetCore.Scraping;

/// <summary>What a scraper gets, by its <c>Accept</c> and <c>Accept-Encoding</c> (RFC 9110, section 12.5).</summary>
internal static class ScrapeNegotiation
{
    private static readonly MediaTypeHeaderValue s_openMetrics = MediaTypeHeaderValue.Parse("application/openmetrics-text; version=1.0.0");
    private static readonly MediaTypeHeaderValue s_text = MediaTypeHeaderValue.Parse("text/plain; version=0.0.4");

    /// <summary>The preferred format. Of two that are as welcome, the one that is named; and the Prometheus text for whoever accepts neither, because scrapers send odd lists.</summary>
    public static ExpositionFormat Format(StringValues accept)
    {
        if (!MediaTypeHeaderValue.TryParseList(accept, out var ranges))
        {
            return ExpositionFormat.PrometheusText;
        }

        var (openMetrics, text) = (Quality(ranges, s_openMetrics), Quality(ranges, s_text));
        return openMetrics.Quality > 0 && openMetrics.CompareTo(text) > 0 || (openMetrics == text && openMetrics is { Quality: > 0, Precision: >= 2 })
            ? ExpositionFormat.OpenMetrics
            : ExpositionFormat.PrometheusText;
    }

    /// <summary>Whether the answer is to be compressed.</summary>
    public static bool AcceptsGzip(StringValues acceptEncoding)
    {
        if (!StringWithQualityHeaderValue.TryParseList(acceptEncoding, out var codings))
        {
            return false;
        }

        var (gzip, identity) = (Quality(codings, "gzip") ?? Quality(codings, "x-gzip") ?? Quality(codings, "*") ?? 0, Quality(codings, "identity") ?? 0);
        return gzip > 0 && gzip >= identity;
    }

    private static double? Quality(IList<StringWithQualityHeaderValue> codings, string name) =>
        codings.FirstOrDefault(coding => coding.Value.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found ? found.Quality ?? 1 : null;

    // The most precise range that covers a format decides how welcome it is.
    private static (double Quality, int Precision) Quality(IList<MediaTypeHeaderValue> ranges, MediaTypeHeaderValue format) => ranges
        .Select(range => (Quality: range.Quality ?? 1, Precision: Precision(range, format)))
        .Where(static match => match.Precision >= 0)
        .OrderByDescending(static match => match.Precision)
        .ThenByDescending(static match => match.Quality)
        .FirstOrDefault((Quality: 0, Precision: -1));

    // 0: */*, 1: text/*, 2: text/plain, 3: text/plain; version=0.0.4. Other parameters (charset, escaping) ask for nothing that we do otherwise.
    private static int Precision(MediaTypeHeaderValue range, MediaTypeHeaderValue format)
    {
        if (range.MatchesAllTypes)
        {
            return 0;
        }

        if (!range.Type.Equals(format.Type, StringComparison.OrdinalIgnoreCase))
        {
            return -1;
        }

        if (range.MatchesAllSubTypes)
        {
            return 1;
        }

        var version = Version(range);
        return !range.SubType.Equals(format.SubType, StringComparison.OrdinalIgnoreCase) ? -1
            : version is null ? 2
            : version == Version(format) ? 3
            : -1;
    }

    private static string? Version(MediaTypeHeaderValue type) =>
        NameValueHeaderValue.Find(type.Parameters, "version")?.Value is { HasValue: true } value ? HeaderUtilities.RemoveQuotes(value).ToString() : null;
}
