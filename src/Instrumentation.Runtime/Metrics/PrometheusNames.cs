using System.Buffers;
using System.Text;

namespace Instrumentation.Metrics;

/// <summary>
/// Names as Prometheus allows them (https://prometheus.io/docs/concepts/data_model/), and the translation of OpenTelemetry's
/// (https://opentelemetry.io/docs/specs/otel/compatibility/prometheus_and_openmetrics/).
/// </summary>
internal static class PrometheusNames
{
    private static readonly SearchValues<char> s_labelCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
    private static readonly SearchValues<char> s_metricCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_:");

    /// <summary>A metric name, unchanged where Prometheus allows it.</summary>
    public static string Metric(string name) => IsAllowed(name, s_metricCharacters) ? name : Replaced(name, s_metricCharacters);

    /// <summary>A label name, unchanged where Prometheus allows it; two leading underscores are Prometheus' own.</summary>
    public static string Label(string name)
    {
        var allowed = IsAllowed(name, s_labelCharacters) ? name : Replaced(name, s_labelCharacters);
        return allowed.StartsWith("__", StringComparison.Ordinal) ? "exported" + allowed : allowed;
    }

    /// <summary>The name of an instrument of <see cref="System.Diagnostics.Metrics"/>: its own, its unit and what its kind asks for.</summary>
    public static string Translate(string name, string unit, MetricKind kind, bool isRatio)
    {
        var isCounter = kind == MetricKind.Counter;
        var translated = Replaced(name, s_metricCharacters);
        if (isCounter && translated.EndsWith("_total", StringComparison.Ordinal))
        {
            translated = translated[..^"_total".Length];
        }

        if (unit.Length > 0 && !HasSuffix(translated, unit))
        {
            translated += "_" + unit;
        }

        if (isRatio && kind == MetricKind.Gauge && !HasSuffix(translated, "ratio"))
        {
            translated += "_ratio";
        }

        return isCounter ? translated + "_total" : translated;
    }

    private static bool HasSuffix(string name, string suffix) => name == suffix || name.EndsWith("_" + suffix, StringComparison.Ordinal);

    private static bool IsAllowed(string name, SearchValues<char> characters) => name.Length > 0 && !char.IsAsciiDigit(name[0]) && !name.AsSpan().ContainsAnyExcept(characters);

    // One underscore for each run of what is not allowed, and one before a leading digit.
    private static string Replaced(string name, SearchValues<char> characters)
    {
        var text = new StringBuilder(name.Length + 1);
        if (name.Length == 0 || char.IsAsciiDigit(name[0]))
        {
            text.Append('_');
        }

        foreach (var character in name)
        {
            var isAllowed = characters.Contains(character) && character != '_';
            if (isAllowed || text.Length == 0 || text[^1] != '_')
            {
                text.Append(isAllowed ? character : '_');
            }
        }

        return text.ToString();
    }
}
