using System.Diagnostics;

namespace Instrumentation.Metrics.Cells;

/// <summary>Buckets and sum of one histogram series. The count is the sum of the buckets, so the two can never disagree.</summary>
internal sealed class HistogramCell : ICell<HistogramCell>
{
    private readonly long[] _counts;
    private long _ticks;
    private double _sum;

    private HistogramCell(int buckets) => _counts = new long[buckets];

    /// <summary>Sum of what was recorded; durations are kept as clock ticks, so that adding one is one instruction and exact.</summary>
    public double Sum => (Interlocked.Read(ref _ticks) / (double)Stopwatch.Frequency) + Volatile.Read(ref _sum);

    public ReadOnlySpan<long> Counts => _counts;

    public static HistogramCell Create(Instrument owner) => new(((IBucketed)owner).Bounds.Count + 1);

    public void AddTicks(int bucket, long ticks)
    {
        Interlocked.Increment(ref _counts[bucket]);
        Interlocked.Add(ref _ticks, ticks);
    }

    public void Add(int bucket, double value)
    {
        Interlocked.Increment(ref _counts[bucket]);
        var seen = Volatile.Read(ref _sum);
        while (true)
        {
            var before = Interlocked.CompareExchange(ref _sum, seen + value, seen);
            if (before.Equals(seen))
            {
                return;
            }

            seen = before;
        }
    }
}
