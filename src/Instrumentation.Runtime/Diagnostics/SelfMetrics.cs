using Instrumentation.Metrics;

namespace Instrumentation.Diagnostics;

/// <summary>The library's own counters.</summary>
internal static class SelfMetrics
{
    public static readonly Counter ExpressionErrors = MetricRegistry.Counter(
        "instrumentation_expression_errors_total",
        "Expressions of tags and values that threw; the tag was recorded as other, the value left out.");

    public static Counter Overflow(string instrument, string tag) => MetricRegistry.Counter(
        "instrumentation_overflow_total",
        "Values of a bounded tag that came after its bound was reached and were recorded as other.",
        new ClosedTag("instrument", instrument),
        new ClosedTag("tag", tag));
}
