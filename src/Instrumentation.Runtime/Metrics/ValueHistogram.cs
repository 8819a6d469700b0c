using Instrumentation.Metrics.Cells;

namespace Instrumentation.Metrics;

/// <summary>A histogram of values in any unit.</summary>
public sealed class ValueHistogram : Instrument
{
    private readonly SeriesTable<HistogramCell> _series;
    private readonly double[] _bounds;

    internal ValueHistogram(MetricFamily family, TagDimension[] tags)
        : base(family, tags)
    {
        _series = new SeriesTable<HistogramCell>(this, IndexBound);
        _bounds = family.Bounds;
    }

    /// <summary>Records a value; allocates only when the series is new.</summary>
    /// <param name="series">Index of the series.</param>
    /// <param name="value">The value; one that is not a number is dropped.</param>
    public void Record(long series, double value)
    {
        if (double.IsNaN(value))
        {
            return;
        }

        var bucket = Buckets.IndexOf(_bounds, value);
        var cell = _series[series];
        cell.Add(bucket, value);
        if (IsTold)
        {
            Tell(cell, bucket, series, value);
        }
    }
}
