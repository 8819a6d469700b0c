using Instrumentation.Diagnostics;
using Instrumentation.Metrics.Cells;

namespace Instrumentation.Metrics;

/// <summary>A counter: a sum per series that only rises.</summary>
public sealed class Counter : Instrument
{
    private readonly SeriesTable<CounterCell> _series;

    internal Counter(MetricFamily family, TagDimension[] tags)
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
    /// <param name="value">What to add; a negative value is dropped and counted, <see cref="long.MinValue"/> means that there is none.</param>
    public void Add(long series, long value)
    {
        if (value >= 0)
        {
            var cell = _series[series];
            cell.Add(value);
            Tell(cell, series, value);
        }
        else if (value != long.MinValue)
        {
            SelfMetrics.Dropped(Name);
        }
    }

    /// <summary>Adds to a series; allocates only when the series is new.</summary>
    /// <param name="series">Index of the series.</param>
    /// <param name="value">What to add; what is negative or not finite is dropped and counted, <see cref="double.NegativeInfinity"/> means that there is none.</param>
    public void Add(long series, double value)
    {
        if (value >= 0 && value < double.PositiveInfinity)
        {
            var cell = _series[series];
            cell.Add(value);
            Tell(cell, series, value);
        }
        else if (!double.IsNegativeInfinity(value))
        {
            SelfMetrics.Dropped(Name);
        }
    }

    /// <summary>The cell of a series.</summary>
    internal CounterCell CellOf(long series) => _series[series];

    /// <summary>Tells of a call that a histogram has counted.</summary>
    internal void TellOne(long series) => Tell(_series[series], series, 1);

    private void Tell(CounterCell cell, long series, double value)
    {
        if (Exemplars.Current is { } activity)
        {
            cell.KeepExemplar(value, activity);
        }

        if (RecordingObserver.AnyOpen)
        {
            RecordingObserver.Notify(this, series, value);
        }
    }
}
