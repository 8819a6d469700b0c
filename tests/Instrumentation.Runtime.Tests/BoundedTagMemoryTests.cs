using Instrumentation.Metrics;
using Instrumentation.Runtime.Tests.Infrastructure;

namespace Instrumentation.Runtime.Tests;

/// <summary>Runs by itself: what other tests keep meanwhile would be counted too.</summary>
[Collection(Alone)]
public sealed class BoundedTagMemoryTests
{
    private const string Alone = "Memory";

    [Fact]
    public async Task MillionDistinctValues_FromSeveralThreads_CostNoMoreMemoryThanTheBound()
    {
        const int Bound = 100;
        const int Values = 1_000_000;
        const long EnoughForTheBound = 1 << 20; // A hundred texts and cells; a million would be a hundred times as much.
        var tag = new BoundedTag<string>("visitor", Bound);
        var counter = MetricRegistry.Counter("bounded_million_total", "", tag);
        var duration = MetricRegistry.Duration("bounded_million_seconds", "", [1], tag);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Threads.Run(thread =>
        {
            for (var i = thread; i < Values; i += Threads.Count)
            {
                var series = tag.IndexOf($"visitor {i}");
                counter.Add(series, 1);
                duration.Record(series, i);
            }
        });
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;

        var families = await Exposed.FamiliesAsync();
        var counted = families["bounded_million_total"];
        Assert.InRange(kept, long.MinValue, EnoughForTheBound);
        Assert.Equal(Bound + 1, counted.Samples.Count);
        Assert.Equal(Values, counted.Total());
        Assert.Equal(Values - Bound, counted.Total(("visitor", "other")));
        Assert.Equal(Values, families["bounded_million_seconds"].Total());
        foreach (var instrument in (string[])["bounded_million_total", "bounded_million_seconds"])
        {
            Assert.Equal(Values - Bound, families["instrumentation_overflow_total"].Total(("instrument", instrument), ("tag", "visitor")));
        }
    }

    [CollectionDefinition(Alone, DisableParallelization = true)]
    public sealed class AloneCollection;
}
