namespace Instrumentation.Generator.Shared;

/// <summary>What kind of number an instrument can make of a value.</summary>
internal enum MetricNumber
{
    /// <summary>None.</summary>
    None,

    /// <summary>A number that fits into a <see cref="long"/>.</summary>
    Whole,

    /// <summary>A number that converts to <see cref="double"/> by itself.</summary>
    Floating,

    /// <summary>A <see cref="decimal"/>, which is cast.</summary>
    Decimal,

    /// <summary>A <see cref="TimeSpan"/>, of which the seconds count.</summary>
    Duration,

    /// <summary>A <see cref="bool"/>, which is 0 or 1; for gauges.</summary>
    Flag,
}
