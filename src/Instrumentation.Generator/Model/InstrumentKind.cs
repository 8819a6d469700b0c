namespace Instrumentation.Generator.Model;

/// <summary>What an instrument records.</summary>
internal enum InstrumentKind
{
    Counter,
    DurationHistogram,
    ValueHistogram,
    DurationSummary,
    ValueSummary,
    UpDownCounter,
    Gauge,

    /// <summary>An up-down counter of the calls under way.</summary>
    InFlight,
}
