namespace Instrumentation.TestTools;

/// <summary>One sample of an OpenMetrics text, unescaped.</summary>
internal sealed record OpenMetricsSample(string Name, IReadOnlyDictionary<string, string> Labels, double Value, OpenMetricsExemplar? Exemplar)
{
    /// <summary>The labels without the bucket bound.</summary>
    public string Series => string.Join(",", Labels.Where(static label => label.Key != "le").OrderBy(static label => label.Key, StringComparer.Ordinal).Select(static label => $"{label.Key}={label.Value}"));
}
