using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Instrumentation.Metrics.Cells;

/// <summary>Buckets and sum of one histogram series. The count is the sum of the buckets, so the two can never disagree.</summary>
internal sealed class HistogramCell : StripedCell, ICell<HistogramCell>
{
    private const int Ticks = 0;
    private const int Fractional = 1;
    private const int FirstBucket = 2;

    private HistogramCell(int buckets, HistogramCell? whole)
        : base(FirstBucket + buckets)
    {
        BucketCount = buckets;
        Whole = whole ?? this;
    }

    /// <summary>What is shown of the series: this, or the cell that this is a part of.</summary>
    public HistogramCell Whole { get; }

    /// <summary>The buckets, the one without an upper bound included.</summary>
    public int BucketCount { get; }

    /// <summary>The tags as <see cref="System.Diagnostics.Metrics"/> wants them, once somebody has listened.</summary>
    public KeyValuePair<string, object?>[]? Tags { get; set; }

    /// <summary>Sum of what was recorded; durations are kept as clock ticks, so that adding one is one instruction and exact.</summary>
    public double Total => (SumWithParts(Ticks) / (double)Stopwatch.Frequency) + FractionalSum(Fractional);

    /// <summary>How many recordings there are.</summary>
    public long Count
    {
        get
        {
            var count = 0L;
            for (var i = 0; i < BucketCount; i++)
            {
                count += CountOf(i);
            }

            return count;
        }
    }

    public static HistogramCell Create(MetricFamily family) => new(family.Bounds.Length + 1, whole: null);

    /// <summary>A cell of its own for one declaration's durations in a series; they are counted by a counter too.</summary>
    public static HistogramCell CreatePart(HistogramCell whole, CounterCell counter)
    {
        var part = new HistogramCell(whole.BucketCount, whole);
        whole.Join(part);
        counter.Join(part);
        return part;
    }

    /// <summary>What fell into one bucket, the ones before it not included.</summary>
    public long CountOf(int bucket) => SumWithParts(FirstBucket + bucket);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddTicks(int bucket, long ticks)
    {
        if (Stripe is { } stripe)
        {
            AddOwned(ref stripe[Lead + FirstBucket + bucket], 1);
            AddOwned(ref stripe[Lead + Ticks], ticks);
        }
        else
        {
            AddSharedTicks(bucket, ticks);
        }
    }

    public void Add(int bucket, double value)
    {
        if (Stripe is { } stripe)
        {
            AddOwned(ref stripe[Lead + FirstBucket + bucket], 1);
            AddOwned(ref stripe[Lead + Fractional], value);
        }
        else
        {
            Interlocked.Increment(ref Shared[FirstBucket + bucket]);
            AddShared(ref Shared[Fractional], value);
            NoteSharedAdd();
        }
    }

    public void KeepExemplar(int bucket, double value, Activity activity) => KeepExemplar(bucket, BucketCount, value, activity);

    private long SumWithParts(int index)
    {
        var sum = Sum(index);
        foreach (var part in Parts)
        {
            sum += part.Sum(index);
        }

        return sum;
    }

    private void AddSharedTicks(int bucket, long ticks)
    {
        Interlocked.Increment(ref Shared[FirstBucket + bucket]);
        Interlocked.Add(ref Shared[Ticks], ticks);
        NoteSharedAdd();
    }
}
