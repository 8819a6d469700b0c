using Instrumentation.Metrics;
using Instrumentation.TestTools;

namespace Instrumentation.Runtime.Tests;

/// <summary>A recorded call costs no memory once its series exists.</summary>
public sealed class AllocationTests
{
    private static readonly ClosedTag s_closed = new("format", "avro", "json");

    [ReleaseFact]
    public void CounterAdd_Warm_AllocatesNothing()
    {
        var counter = MetricRegistry.Counter("allocation_counter_total", "", s_closed);
        Assert.Equal(0, Allocated.ByCalls(() => counter.Add(1, 1)));
    }

    [ReleaseFact]
    public void DurationRecord_Warm_AllocatesNothing()
    {
        var histogram = MetricRegistry.Duration("allocation_duration_seconds", "", null, s_closed);
        Assert.Equal(0, Allocated.ByCalls(() => histogram.Record(1, 12_345)));
    }

    [ReleaseFact]
    public void ValueRecord_Warm_AllocatesNothing()
    {
        var histogram = MetricRegistry.Histogram("allocation_size_bytes", "", [10, 100], s_closed);
        Assert.Equal(0, Allocated.ByCalls(() => histogram.Record(1, 55.5)));
    }

    [ReleaseFact]
    public void BoundedTag_KnownValue_AllocatesNothing()
    {
        var text = new BoundedTag<string>("tenant", 2);
        var id = new BoundedTag<Guid>("id", 2);
        var known = Guid.NewGuid();
        Assert.Equal(0, Allocated.ByCalls(() => text.IndexOf("one")));
        Assert.Equal(0, Allocated.ByCalls(() => text.IndexOf(null!)));
        Assert.Equal(0, Allocated.ByCalls(() => id.IndexOf(known)));
    }

    [ReleaseFact]
    public void BoundedTag_FullAndUnknownValue_AllocatesNothing()
    {
        var tag = new BoundedTag<string>("tenant", 1);
        _ = MetricRegistry.Counter("allocation_overflow_total", "", tag);
        tag.IndexOf("first");
        Assert.Equal(0, Allocated.ByCalls(() => tag.IndexOf("second")));
    }

    [ReleaseFact]
    public void SparseInstrument_Warm_AllocatesNothing()
    {
        var counter = MetricRegistry.Counter("allocation_sparse_total", "", new BoundedTag<string>("a", 1000), new BoundedTag<string>("b", 1000));
        Assert.Equal(0, Allocated.ByCalls(() => counter.Add(70_000, 1)));
    }
}
