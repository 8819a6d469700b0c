namespace Instrumentation.Metrics;

/// <summary>What a family of series is. The last three are all gauges to Prometheus, but cannot share a name.</summary>
internal enum MetricKind
{
    Counter,
    Histogram,
    Summary,
    Gauge,
    UpDownCounter,
    ObservedGauge,
}
