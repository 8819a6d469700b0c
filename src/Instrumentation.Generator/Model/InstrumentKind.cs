namespace Instrumentation.Generator.Model;

/// <summary>What an instrument records.</summary>
internal enum InstrumentKind
{
    Counter,
    DurationHistogram,
    ValueHistogram,
    UpDownCounter,
    Gauge,
}
