using Instrumentation.Metrics;

namespace Instrumentation.OpenTelemetry.Export;

/// <summary>Counts what was to be exported and was not.</summary>
internal static class ExportDrops
{
    public const string QueueFull = "queue_full";
    public const string ExportFailed = "export_failed";

    private static readonly ClosedTag s_signals = new("signal", "traces", "metrics", "logs");
    private static readonly ClosedTag s_reasons = new("reason", QueueFull, ExportFailed);

    private static readonly Counter s_dropped = MetricRegistry.Counter(
        "instrumentation_export_dropped_total",
        "Spans and log records that were not exported, because the queue was full or the receiver failed; for metrics the exports that failed, whose values the next one has.",
        s_signals,
        s_reasons);

    /// <summary>Counts.</summary>
    public static void Add(Signal signal, string reason, long count) => s_dropped.Add(((int)signal * 2) + (reason == QueueFull ? 0 : 1), count);
}
