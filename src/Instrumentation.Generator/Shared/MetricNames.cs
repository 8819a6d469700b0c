namespace Instrumentation.Generator.Shared;

/// <summary>Which names Prometheus takes. What is refused here is left out; the analyzers say why.</summary>
internal static class MetricNames
{
    /// <summary>Why a metric cannot have the name; null where it can: <c>[a-zA-Z_:][a-zA-Z0-9_:]*</c>.</summary>
    public static string? WhyNotMetric(string name) =>
        name.Length == 0 ? "a metric needs a name"
        : IsWord(name.Replace(':', '_')) ? null
        : "a metric's name has letters without accents, digits, '_' and ':', and no digit first";

    /// <summary>Why a tag cannot have the name; null where it can: <c>[a-zA-Z_][a-zA-Z0-9_]*</c>, without the names that Prometheus keeps for itself.</summary>
    public static string? WhyNotTag(string name) => name switch
    {
        "" => "a tag needs a name",
        "le" or "quantile" => "Prometheus keeps it for the buckets of histograms and summaries",
        _ when !IsWord(name) => "a tag's name has letters without accents, digits and '_', and no digit first",
        _ when name.StartsWith("__", StringComparison.Ordinal) => "Prometheus keeps names with two leading underscores for itself",
        _ => null,
    };

    private static bool IsWord(string name) =>
        name[0] is not (>= '0' and <= '9') && name.All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_');
}
