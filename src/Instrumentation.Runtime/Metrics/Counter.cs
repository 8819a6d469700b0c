using Instrumentation.Metrics.Cells;

namespace Instrumentation.Metrics;

/// <summary>A counter: a sum per series that only rises.</summary>
public sealed class Counter : Instrument
{
    private readonly SeriesTable<CounterCell> _series;

    internal Counter(MetricFamily family, TagDimension[] tags)
        : base(family, tags)
    {
        _series = new SeriesTable<CounterCell>(this, SeriesBound);
        foreach (var index in ExpectedSeries())
        {
            _ = _series[index];
        }
    }

    /// <summary>Adds to a series; allocates only when the series is new.</summary>
    /// <param name="series">Index of the series.</param>
    /// <param name="value">What to add; a negative value is dropped.</param>
    public void Add(long series, long value)
    {
        if (value >= 0)
        {
            _series[series].Add(value);
        }
    }
}
