namespace Instrumentation.Metrics.Meters;

/// <summary>How the measurements of an instrument become a value.</summary>
internal enum ForeignKind
{
    /// <summary>They are added up, and none is negative.</summary>
    Counter,

    /// <summary>They are added up.</summary>
    UpDownCounter,

    /// <summary>They are counted in buckets.</summary>
    Histogram,

    /// <summary>The last one counts, for good.</summary>
    Gauge,

    /// <summary>The last one counts until the next reading.</summary>
    Observed,
}
