namespace Instrumentation.Analyzers.Rules.Hygiene;

/// <summary>What an instrument of <c>System.Diagnostics.Metrics</c> or prometheus-net is.</summary>
internal enum InstrumentKind
{
    Counter,
    UpDownCounter,
    Gauge,
    Histogram,
    Summary,
}
