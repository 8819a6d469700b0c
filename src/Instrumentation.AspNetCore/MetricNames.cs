namespace Instrumentation.AspNetCore;

/// <summary>Puts the prefix before the name of a metric.</summary>
internal static class MetricNames
{
    /// <summary>The whole name; <see langword="null"/> where the metric is left out.</summary>
    public static string? Of(string prefix, string name) => name.Length == 0 ? null : prefix.Length == 0 ? name : $"{prefix}_{name}";
}
