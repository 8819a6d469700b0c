using Instrumentation.Metrics.Cells;

namespace Instrumentation.Metrics;

/// <summary>A value per series; the last one set is shown, and nothing before the first.</summary>
public sealed class Gauge : Instrument
{
    private readonly SeriesTable<GaugeCell> _series;

    internal Gauge(MetricFamily family, TagDimension[] tags)
        : base(family, tags) => _series = new SeriesTable<GaugeCell>(this, IndexBound);

    /// <summary>Sets a series; allocates only when the series is new.</summary>
    /// <param name="series">Index of the series.</param>
    /// <param name="value">The value; one that is not a number is dropped.</param>
    public void Set(long series, double value)
    {
        if (double.IsNaN(value))
        {
            return;
        }

        _series[series].Value = value;
        if (RecordingObserver.AnyOpen)
        {
            RecordingObserver.Notify(this, series, value);
        }
    }
}
