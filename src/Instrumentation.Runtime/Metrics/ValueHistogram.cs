using Instrumentation.Metrics.Cells;

namespace Instrumentation.Metrics;

/// <summary>A histogram of values in any unit.</summary>
public sealed class ValueHistogram : Instrument, IBucketed
{
    private readonly SeriesTable<HistogramCell> _series;
    private readonly double[] _bounds;

    internal ValueHistogram(MetricFamily family, TagDimension[] tags)
        : base(family, tags)
    {
        _series = new SeriesTable<HistogramCell>(this, SeriesBound);
        _bounds = [.. family.Bounds];
    }

    IReadOnlyList<double> IBucketed.Bounds => Family.Bounds;

    /// <summary>Records a value; allocates only when the series is new.</summary>
    /// <param name="series">Index of the series.</param>
    /// <param name="value">The value; one that is not a number is dropped.</param>
    public void Record(long series, double value)
    {
        if (double.IsNaN(value))
        {
            return;
        }

        var bounds = _bounds;
        var bucket = 0;
        while (bucket < bounds.Length && value > bounds[bucket])
        {
            bucket++;
        }

        _series[series].Add(bucket, value);
    }
}
