using System.Globalization;

namespace Instrumentation.TestTools;

/// <summary>What OpenMetrics 1.0 asks of a family beyond the grammar of its lines.</summary>
internal static class OpenMetricsRules
{
    private const int MaxExemplarLength = 128;

    public static void Check(OpenMetricsFamily family)
    {
        var suffixes = Suffixes(family.Type);
        MetricsText.Demand(suffixes is not null, "The type is one of the known ones.", family.Type);
        MetricsText.Demand(family.Unit is null || family.Name.EndsWith("_" + family.Unit, StringComparison.Ordinal), "A unit is the end of the name.", family.Name);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var finished = new HashSet<string>(StringComparer.Ordinal);
        string? current = null;
        foreach (var sample in family.Samples)
        {
            MetricsText.Demand(suffixes!.Any(suffix => sample.Name == family.Name + suffix), "A sample's name is its family's with a suffix of its type.", sample.Name);
            MetricsText.Demand(seen.Add($"{sample.Name}{{{sample.Series}}}{sample.Labels.GetValueOrDefault("le")}"), "A sample is given once.", $"{sample.Name} {sample.Series}");
            MetricsText.Demand(sample.Series == current || finished.Add(sample.Series), "The samples of a metric stand together.", sample.Series);
            current = sample.Series;
            MetricsText.Demand(family.Type is not "counter" || sample.Value is >= 0 and < double.PositiveInfinity, "A counter is a number and not negative.", sample.Name);
            Check(family, sample);
        }

        if (family.Type == "histogram")
        {
            foreach (var series in family.Samples.GroupBy(static sample => sample.Series, StringComparer.Ordinal))
            {
                CheckBuckets(family.Name, [.. series]);
            }
        }
    }

    /// <summary>No sample, of whatever family, may be taken for another's.</summary>
    public static void CheckNames(IEnumerable<OpenMetricsFamily> families)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in families.SelectMany(static family => Suffixes(family.Type)!.Append("").Distinct().Select(suffix => family.Name + suffix)))
        {
            MetricsText.Demand(names.Add(name), "The names of two families do not meet.", name);
        }
    }

    private static string[]? Suffixes(string type) => type switch
    {
        "counter" => ["_total", "_created"],
        "gauge" or "unknown" => [""],
        "histogram" => ["_bucket", "_sum", "_count", "_created"],
        "summary" => ["", "_sum", "_count", "_created"],
        "info" => ["_info"],
        _ => null,
    };

    private static void Check(OpenMetricsFamily family, OpenMetricsSample sample)
    {
        if (sample.Exemplar is not { } exemplar)
        {
            return;
        }

        MetricsText.Demand(sample.Name == family.Name + "_bucket" || (family.Type == "counter" && sample.Name == family.Name + "_total"), "Exemplars are on buckets and counters.", sample.Name);
        MetricsText.Demand(exemplar.Labels.Sum(static label => label.Key.Length + label.Value.Length) <= MaxExemplarLength, "The labels of an exemplar are short.", sample.Name);
        MetricsText.Demand(!sample.Labels.TryGetValue("le", out var bound) || exemplar.Value <= Bound(bound), "An exemplar lies in its bucket.", sample.Name);
    }

    private static void CheckBuckets(string name, IReadOnlyList<OpenMetricsSample> series)
    {
        var buckets = series.Where(sample => sample.Name == name + "_bucket").ToList();
        MetricsText.Demand(buckets.Count > 0 && buckets.All(static bucket => bucket.Labels.ContainsKey("le")) && buckets[^1].Labels["le"] == "+Inf", "There are buckets, and the last is +Inf.", series[0].Series);
        MetricsText.Demand(
            buckets.Zip(buckets.Skip(1)).All(static pair => Bound(pair.First.Labels["le"]) < Bound(pair.Second.Labels["le"]) && pair.First.Value <= pair.Second.Value),
            "Buckets ascend and are cumulative.", series[0].Series);
        MetricsText.Demand(buckets.All(static bucket => IsCanonical(bucket.Labels["le"])), "Bounds are canonical numbers.", string.Join(' ', buckets.Select(static bucket => bucket.Labels["le"])));
        var hasSum = series.Any(sample => sample.Name == name + "_sum");
        MetricsText.Demand(hasSum == Bound(buckets[0].Labels["le"]) >= 0, "There is a sum, unless a bucket is negative.", series[0].Series);
        MetricsText.Demand(series.Single(sample => sample.Name == name + "_count").Value.Equals(buckets[^1].Value), "The count is the last bucket.", series[0].Series);
    }

    // Not a whole number without its ".0"; an exponent of two digits at least, and only where Go's %g has one.
    private static bool IsCanonical(string bound)
    {
        var value = Math.Abs(Bound(bound));
        var hasExponent = bound.Contains('e', StringComparison.Ordinal);
        return double.IsInfinity(value) || (hasExponent ? value is >= 1e6 or < 1e-4 : bound.Contains('.', StringComparison.Ordinal) && (value == 0 || value is < 1e6 and >= 1e-4));
    }

    private static double Bound(string text) => text switch
    {
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };
}
