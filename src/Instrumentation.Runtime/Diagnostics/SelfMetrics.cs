using System.Collections.Concurrent;
using Instrumentation.Metrics;

namespace Instrumentation.Diagnostics;

/// <summary>The library's own counters.</summary>
internal static class SelfMetrics
{
    private static readonly ConcurrentDictionary<string, Counter> s_dropped = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, Counter> s_conflicts = new(StringComparer.Ordinal);

    public static readonly Counter ExpressionErrors = MetricRegistry.Counter(
        "instrumentation_expression_errors_total",
        "Expressions of tags and values that threw; the tag was recorded as other, the value left out.");

    public static readonly Counter ListenerErrors = MetricRegistry.Counter(
        "instrumentation_listener_errors_total",
        "Samplers and listeners of spans that threw; the span was left out or cut short.");

    /// <summary>Counts a value that a counter cannot take.</summary>
    public static void Dropped(string instrument) => s_dropped.GetOrAdd(instrument, static name => MetricRegistry.Counter(
        "instrumentation_dropped_values_total",
        "Values that a counter cannot take, because they are negative or no number; they were left out.",
        new ClosedTag("instrument", name))).Add(0, 1);

    /// <summary>Counts a declaration that disagrees with an earlier one of the same name.</summary>
    public static void Conflict(string instrument) => s_conflicts.GetOrAdd(instrument, static name => MetricRegistry.Counter(
        "instrumentation_conflicting_declarations_total",
        "Declarations of a metric that disagree with an earlier one in kind, unit or buckets; what they record is not shown.",
        new ClosedTag("instrument", name))).Add(0, 1);

    public static Counter Overflow(string instrument, string tag) => MetricRegistry.Counter(
        "instrumentation_overflow_total",
        "Values of a bounded tag that came after its bound was reached and were recorded as other.",
        new ClosedTag("instrument", instrument),
        new ClosedTag("tag", tag));

    /// <summary>Counts a failure of the library's own, or of a listener's or a callback's that it ran; user code does not see it.</summary>
    /// <param name="part">What failed, in one word out of few: a label value.</param>
    /// <param name="exception">Why.</param>
    public static void Failed(string part, Exception exception)
    {
        InstrumentationEventSource.Log.Failed(part, exception.ToString());
        MetricRegistry.Counter("instrumentation_failures_total", "Failures inside telemetry, by the part that failed; the measurement was left out.", new ClosedTag("part", part)).Add(0, 1);
    }
}
