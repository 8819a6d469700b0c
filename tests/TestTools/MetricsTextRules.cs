namespace Instrumentation.TestTools;

/// <summary>What holds inside one family: names, no series twice, buckets that add up.</summary>
internal static class MetricsTextRules
{
    public static void Check(ParsedFamily family)
    {
        string[] suffixes = family.Type switch { "histogram" => ["_bucket", "_sum", "_count"], "summary" => ["", "_sum", "_count"], _ => [""] };
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sample in family.Samples)
        {
            MetricsText.Demand(suffixes.Any(suffix => sample.Name == family.Name + suffix), "A sample belongs to its family.", sample.Name);
            MetricsText.Demand(seen.Add($"{sample.Name}{{{sample.Series}}}{sample.Labels.GetValueOrDefault("le")}"), "A series is shown once.", $"{sample.Name} {sample.Series}");
            MetricsText.Demand(family.Type != "counter" || sample.Value >= 0, "A counter is not negative.", sample.Name);
        }

        if (family.Type == "histogram")
        {
            foreach (var series in family.Samples.GroupBy(static sample => sample.Series, StringComparer.Ordinal))
            {
                CheckBuckets(family.Name, [.. series]);
            }
        }
    }

    private static void CheckBuckets(string name, IReadOnlyList<ParsedSample> series)
    {
        var buckets = series.Where(sample => sample.Name == name + "_bucket").ToList();
        MetricsText.Demand(buckets.Count > 0 && buckets[^1].Labels.GetValueOrDefault("le") == "+Inf", "The last bucket is +Inf.", series[0].Series);
        MetricsText.Demand(
            buckets.Zip(buckets.Skip(1)).All(static pair => Bound(pair.First) < Bound(pair.Second) && pair.First.Value <= pair.Second.Value),
            "Buckets ascend and are cumulative.", series[0].Series);
        MetricsText.Demand(series.Count(sample => sample.Name == name + "_sum") == 1, "There is one sum.", series[0].Series);
        MetricsText.Demand(series.Single(sample => sample.Name == name + "_count").Value.Equals(buckets[^1].Value), "The count is the last bucket.", series[0].Series);
    }

    private static double Bound(ParsedSample bucket) => bucket.Labels["le"] is "+Inf"
        ? double.PositiveInfinity
        : double.Parse(bucket.Labels["le"], System.Globalization.CultureInfo.InvariantCulture);
}
