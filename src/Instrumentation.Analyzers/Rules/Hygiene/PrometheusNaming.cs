
namespace Instrumentation.Analyzers.Rules.Hygiene;

/// <summary>What promlint says of a metric (<c>github.com/prometheus/client_golang/prometheus/testutil/promlint</c>), for names that are shown as they are written.</summary>
internal static class PrometheusNaming
{
    private const string Total = "_total";

    private static readonly string[] s_parts = ["count", "sum", "bucket"];

    private static readonly string[] s_types = ["counter", "gauge", "histogram", "summary"];

    private static readonly Dictionary<string, string> s_abbreviations = new(StringComparer.Ordinal)
    {
        ["s"] = "seconds", ["sec"] = "seconds", ["secs"] = "seconds", ["ms"] = "seconds", ["us"] = "seconds", ["ns"] = "seconds", ["h"] = "seconds",
        ["b"] = "bytes", ["kb"] = "bytes", ["mb"] = "bytes", ["gb"] = "bytes", ["tb"] = "bytes", ["pb"] = "bytes", ["m"] = "meters", ["d"] = "seconds",
    };

    private static readonly Dictionary<string, string> s_derived = Derived();

    /// <summary>What is wrong with a metric's name first; null for nothing.</summary>
    /// <param name="name">The name.</param>
    /// <param name="family">What the metric is: <c>counter</c>, <c>gauge</c>, <c>up-down counter</c>, <c>histogram</c>, <c>summary</c>.</param>
    public static NameComplaint? OfMetric(string name, string family)
    {
        var isCounter = family == "counter";
        var isDistribution = family is "histogram" or "summary";
        return name.IndexOf(':') >= 0 ? new NameComplaint("':' is kept for recording rules; write '_'", name.Replace(':', '_'))
            : NameText.HasHump(name) ? new NameComplaint("metrics are written in snake_case", Generator.Shared.SnakeCase.Of(name))
            : isCounter && !NameText.EndsIn(name, "total") ? new NameComplaint("a counter ends in '_total'", name.TrimEnd('_') + Total)
            : !isCounter && NameText.EndsIn(name, "total") ? new NameComplaint($"'_total' says that it is a counter, which a {family} is not", name.Length > Total.Length ? name.Substring(0, name.Length - Total.Length) : null)
            : !isDistribution && s_parts.FirstOrDefault(part => NameText.EndsIn(name, part)) is { } part ? new NameComplaint($"'_{part}' is kept for the parts of histograms and summaries", null)
            : isDistribution && NameText.EndsIn(name, "bucket") ? new NameComplaint("'_bucket' is kept for the parts of histograms", null)
            : NameText.Later(name, s_types) is { } type ? new NameComplaint($"'{type}' is a type, which the exposition says beside the name", Without(name.Split('_'), type))
            : NameText.Later(name, s_derived.Keys) is { } derived ? new NameComplaint($"'{derived}' is not the base unit; record {s_derived[derived]}", null)
            : NameText.Later(name, s_abbreviations.Keys) is { } unit ? new NameComplaint($"'{unit}' abbreviates a unit; record {s_abbreviations[unit]} and write it out", unit is "s" or "sec" or "secs" ? Replaced(name.Split('_'), unit, "seconds") : unit == "b" ? Replaced(name.Split('_'), unit, "bytes") : null)
            : null;
    }

    /// <summary>What is wrong with a tag's name; null for nothing.</summary>
    public static NameComplaint? OfTag(string name) =>
        NameText.HasHump(name) ? new NameComplaint("labels are written in snake_case", Generator.Shared.SnakeCase.Of(name)) : null;

    /// <summary>What is wrong with a unit beside a name; null for nothing.</summary>
    public static NameComplaint? OfUnit(string unit, string name, string family)
    {
        return s_derived.TryGetValue(unit, out var basic) ? new NameComplaint($"'{unit}' is not the base unit; record {basic}", null)
            : s_abbreviations.TryGetValue(unit, out var written) || OpenTelemetryNaming.Words.TryGetValue(unit, out written) ? new NameComplaint($"units are words here; record and write {written}", unit is "s" or "b" or "By" ? written : null)
            : unit.Length == 0 || EndsInUnit(name, unit) ? null
            : new NameComplaint($"the name does not end in its unit '{unit}'", (IsTotal(name) ? name.Substring(0, name.Length - Total.Length) : name) + "_" + unit + (family == "counter" ? Total : string.Empty));
    }

    // Before `_total`, where it has that.
    private static bool EndsInUnit(string name, string unit)
    {
        var end = IsTotal(name) ? name.Length - Total.Length : name.Length;
        var start = end - unit.Length;
        return start > 0 && name[start - 1] == '_' && string.CompareOrdinal(name, start, unit, 0, unit.Length) == 0;
    }

    private static bool IsTotal(string name) => name.EndsWith(Total, StringComparison.Ordinal);

    private static string Without(string[] words, string type) => string.Join("_", words.Where((word, index) => index == 0 || word != type));

    private static string Replaced(string[] words, string abbreviation, string unit) => string.Join("_", words.Select((word, index) => index > 0 && word == abbreviation ? unit : word));

    private static Dictionary<string, string> Derived()
    {
        string[] units = ["seconds", "bytes", "meters", "grams", "volts", "joules", "amperes"];
        string[] prefixes = ["pico", "nano", "micro", "milli", "centi", "deci", "deca", "hecto", "kilo", "kibi", "mega", "mebi", "giga", "gibi", "tera", "tebi", "peta", "pebi"];
        var derived = prefixes.SelectMany(prefix => units.Select(unit => (Derived: prefix + unit, Unit: unit))).ToDictionary(static pair => pair.Derived, static pair => pair.Unit, StringComparer.Ordinal);
        foreach (var time in new[] { "minutes", "hours", "days", "weeks", "millis", "micros", "nanos" })
        {
            derived.Add(time, "seconds");
        }

        derived.Add("bits", "bytes");
        derived.Add("percent", "a ratio of 0 to 1");
        return derived;
    }
}
