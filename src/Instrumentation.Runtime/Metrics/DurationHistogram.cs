using System.Diagnostics;
using Instrumentation.Metrics.Cells;

namespace Instrumentation.Metrics;

/// <summary>A histogram of durations, recorded in clock ticks and shown in seconds.</summary>
public sealed class DurationHistogram : Instrument
{
    private readonly SeriesTable<HistogramCell> _series;
    private readonly long[] _bounds;
    private readonly Counter? _counter;

    internal DurationHistogram(MetricFamily family, TagDimension[] tags, Counter? counter = null)
        : base(family, tags)
    {
        _counter = counter;
        _series = counter is null
            ? new SeriesTable<HistogramCell>(this, IndexBound)
            : new SeriesTable<HistogramCell>(IndexBound, index => HistogramCell.CreatePart((HistogramCell)Family.SeriesOf<HistogramCell>(LabelsOf(index), this, index).Cell, counter.CellOf(index)));

        // Rounded, not cut off: 1.001 s comes to 1,000,999,999.9999999 ticks as a double, and bounds are inclusive.
        _bounds = [.. family.Bounds.Select(static seconds => (long)Math.Round(seconds * Stopwatch.Frequency))];
    }

    /// <summary>Records a duration; allocates only when the series is new.</summary>
    /// <param name="series">Index of the series.</param>
    /// <param name="ticks">The duration in ticks of <see cref="Stopwatch"/>; negative values count as 0.</param>
    public void Record(long series, long ticks)
    {
        ticks = Math.Max(0, ticks);
        var bounds = _bounds;
        var bucket = 0;

        // Most calls are fast and end in one of the first buckets: a scan beats a binary search.
        while (bucket < bounds.Length && ticks > bounds[bucket])
        {
            bucket++;
        }

        var cell = _series[series];
        cell.AddTicks(bucket, ticks);
        if (IsTold)
        {
            Tell(cell, bucket, series, ticks / (double)Stopwatch.Frequency);
            _counter?.TellOne(series);
        }
    }
}
