using System.Text.RegularExpressions;

namespace Instrumentation.Analyzers.Rules.Hygiene;

/// <summary>What promlint says of a metric (<c>github.com/prometheus/client_golang/prometheus/testutil/promlint</c>), for names that are shown as they are written.</summary>
internal static class PrometheusNaming
{
    private static readonly Regex s_camelCase = new("[a-z][A-Z]", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

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
        var words = name.Split('_');
        var isCounter = family == "counter";
        var isDistribution = family is "histogram" or "summary";
        return name.IndexOf(':') >= 0 ? new NameComplaint("':' is kept for recording rules; write '_'", name.Replace(':', '_'))
            : s_camelCase.IsMatch(name) ? new NameComplaint("metrics are written in snake_case", Generator.Shared.SnakeCase.Of(name))
            : isCounter && words[words.Length - 1] != "total" ? new NameComplaint("a counter ends in '_total'", name.TrimEnd('_') + "_total")
            : !isCounter && words[words.Length - 1] == "total" ? new NameComplaint($"'_total' says that it is a counter, which a {family} is not", name.Substring(0, name.Length - "_total".Length) is { Length: > 0 } rest ? rest : null)
            : !isDistribution && words[words.Length - 1] is "count" or "sum" or "bucket" ? new NameComplaint($"'_{words[words.Length - 1]}' is kept for the parts of histograms and summaries", null)
            : isDistribution && words[words.Length - 1] is "bucket" ? new NameComplaint("'_bucket' is kept for the parts of histograms", null)
            : s_types.FirstOrDefault(type => words.Skip(1).Contains(type)) is { } type ? new NameComplaint($"'{type}' is a type, which the exposition says beside the name", Without(words, type))
            : words.Skip(1).FirstOrDefault(static word => s_derived.ContainsKey(word)) is { } derived ? new NameComplaint($"'{derived}' is not the base unit; record {s_derived[derived]}", null)
            : words.Skip(1).FirstOrDefault(static word => s_abbreviations.ContainsKey(word)) is { } unit ? new NameComplaint($"'{unit}' abbreviates a unit; record {s_abbreviations[unit]} and write it out", unit is "s" or "sec" or "secs" ? Replaced(words, unit, "seconds") : unit == "b" ? Replaced(words, unit, "bytes") : null)
            : null;
    }

    /// <summary>What is wrong with a tag's name; null for nothing.</summary>
    public static NameComplaint? OfTag(string name) =>
        s_camelCase.IsMatch(name) ? new NameComplaint("labels are written in snake_case", Generator.Shared.SnakeCase.Of(name)) : null;

    /// <summary>What is wrong with a unit beside a name; null for nothing.</summary>
    public static NameComplaint? OfUnit(string unit, string name, string family)
    {
        var bare = name.EndsWith("_total", StringComparison.Ordinal) ? name.Substring(0, name.Length - "_total".Length) : name;
        return s_derived.TryGetValue(unit, out var basic) ? new NameComplaint($"'{unit}' is not the base unit; record {basic}", null)
            : s_abbreviations.TryGetValue(unit, out var written) || OpenTelemetryNaming.Words.TryGetValue(unit, out written) ? new NameComplaint($"units are words here; record and write {written}", unit is "s" or "b" or "By" ? written : null)
            : bare.EndsWith("_" + unit, StringComparison.Ordinal) || unit.Length == 0 ? null
            : new NameComplaint($"the name does not end in its unit '{unit}'", bare + "_" + unit + (family == "counter" ? "_total" : string.Empty));
    }

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
