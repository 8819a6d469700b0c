namespace Instrumentation.Metrics;

/// <summary>What a family of series is, in the words of the Prometheus text format.</summary>
internal enum MetricKind
{
    Counter,
    Histogram,
}
