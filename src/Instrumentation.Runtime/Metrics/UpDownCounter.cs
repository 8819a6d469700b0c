using Instrumentation.Diagnostics;
using Instrumentation.Metrics.Cells;

namespace Instrumentation.Metrics;

/// <summary>A sum per series that rises and falls.</summary>
public sealed class UpDownCounter : Instrument
{
    private readonly SeriesTable<CounterCell> _series;

    internal UpDownCounter(MetricFamily family, TagDimension[] tags)
        : base(family, tags)
    {
        _series = new SeriesTable<CounterCell>(this, IndexBound);
        foreach (var index in ExpectedSeries())
        {
            _ = _series[index];
        }
    }

    /// <summary>Adds to a series; allocates only when the series is new.</summary>
    /// <param name="series">Index of the series.</param>
    /// <param name="value">What to add, or to take where it is negative.</param>
    public void Add(long series, long value)
    {
        _series[series].Add(value);
        if (RecordingObserver.AnyOpen)
        {
            RecordingObserver.Notify(this, series, value);
        }
    }

    /// <summary>Adds to a series; allocates only when the series is new.</summary>
    /// <param name="series">Index of the series.</param>
    /// <param name="value">What to add, or to take where it is negative; what is not finite is dropped and counted.</param>
    public void Add(long series, double value)
    {
        if (double.IsFinite(value))
        {
            _series[series].Add(value);
            if (RecordingObserver.AnyOpen)
            {
                RecordingObserver.Notify(this, series, value);
            }
        }
        else
        {
            SelfMetrics.Dropped(Name);
        }
    }
}
