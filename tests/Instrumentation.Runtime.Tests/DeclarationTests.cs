using Instrumentation.Metrics;
using Instrumentation.Runtime.Tests.Infrastructure;

namespace Instrumentation.Runtime.Tests;

/// <summary>Several declarations of one name.</summary>
public sealed class DeclarationTests
{
    [Fact]
    public async Task EqualLabels_OfTwoDeclarations_AreOneSeries()
    {
        var one = MetricRegistry.Counter("declared_twice_total", "", new ClosedTag("a", "x"), new ClosedTag("b", "1", "2"));
        var two = MetricRegistry.Counter("declared_twice_total", "", new BoundedTag<int>("b", 5), new ClosedTag("a", "x", "y"));
        one.Add(1, 3);
        two.Add(0, 4); // The bounded tag has not seen a value: its label is other.

        var bounded = new BoundedTag<int>("b", 5);
        var three = MetricRegistry.Counter("declared_twice_total", "", bounded, new ClosedTag("a", "x", "y"));
        three.Add(bounded.IndexOf(2) * 2, 5);

        var family = await Exposed.FamilyAsync("declared_twice_total");
        Assert.Equal(8, Assert.Single(family.Samples, static sample => sample.Series == "a=x,b=2").Value);
        Assert.Equal(4, family.Total(("b", "other")));
    }

    [Fact]
    public async Task OtherKind_OfTheSameName_IsRecordedNowhereAndNeverThrows()
    {
        var counter = MetricRegistry.Counter("declared_kind_total", "first");
        var histogram = MetricRegistry.Histogram("declared_kind_total", "second", [1]);
        var duration = MetricRegistry.Duration("declared_kind_total", "third", null);
        counter.Add(0, 1);
        histogram.Record(0, 1);
        duration.Record(0, 1);

        var family = await Exposed.FamilyAsync("declared_kind_total");
        Assert.Equal(("counter", "first", 1), (family.Type, family.Help, Assert.Single(family.Samples).Value));
    }

    [Fact]
    public async Task OtherBuckets_OfTheSameName_AreNotShown()
    {
        var first = MetricRegistry.Histogram("declared_buckets_bytes", "", [1, 2]);
        var later = MetricRegistry.Histogram("declared_buckets_bytes", "", [1, 3]);
        first.Record(0, 1);
        later.Record(0, 1);

        Assert.Equal([1, 1, 1], await Exposed.BucketsAsync("declared_buckets_bytes"));
    }

    [Fact]
    public async Task Declarations_FromSeveralThreads_AreOneFamily()
    {
        Threads.Run(static _ =>
        {
            for (var i = 0; i < 200; i++)
            {
                MetricRegistry.Counter($"declared_threads_{i}_total", "", new ClosedTag("a", "x", "y")).Add(1, 1);
            }
        });

        var families = await Exposed.FamiliesAsync();
        Assert.All(Enumerable.Range(0, 200), i => Assert.Equal(Threads.Count, families[$"declared_threads_{i}_total"].Total(("a", "y"))));
    }

    [Fact]
    public void SeriesBound_IsTheProductOfItsTags()
    {
        var counter = MetricRegistry.Counter("declared_bound_total", "", new ClosedTag("a", "x", "y", "z"), ClosedTag.OrOther("b", "1"), new BoundedTag<string>("c", 10));

        Assert.Equal(3 * 2 * (10 + 2), counter.SeriesBound);
    }

    [Fact]
    public async Task SeriesBound_BeyondAllNumbers_IsTheLargestAndHarmsNothing()
    {
        var tags = Enumerable.Range(0, 6).Select(static i => new BoundedTag<int>($"t{i}", 10_000)).ToArray();
        var counter = MetricRegistry.Counter("declared_endless_total", "", tags);
        counter.Add(0, 1);

        Assert.Equal(long.MaxValue, counter.SeriesBound);
        Assert.Equal(1, (await Exposed.FamilyAsync("declared_endless_total")).Total());
    }

    [Fact]
    public async Task Unit_IsTheFamilys_AndAnotherIsAConflictThatIsCounted()
    {
        _ = MetricRegistry.Counter("declared_unit_total", "", "bytes");
        _ = MetricRegistry.Duration("declared_unit_seconds", "", null);
        _ = MetricRegistry.UpDownCounter("declared_unit_level", "", "bytes");
        _ = MetricRegistry.Gauge("declared_unit_gauge", "", "bytes");
        _ = MetricRegistry.Histogram("declared_unit_sizes", "", "bytes", [1]);
        Assert.Equal(
            ["bytes", "bytes", "seconds", "bytes", "bytes"],
            new[] { "gauge", "level", "seconds", "sizes", "total" }.Select(name => MetricRegistry.Families.Find("declared_unit_" + name)!.Unit));

        MetricRegistry.Counter("declared_unit_total", "", "items").Add(0, 5);
        Assert.Equal(0, Assert.Single((await Exposed.FamilyAsync("declared_unit_total")).Samples).Value);
        Assert.Contains((await Exposed.FamilyAsync("instrumentation_conflicting_declarations_total")).Samples, sample => sample.Labels["instrument"] == "declared_unit_total" && sample.Value == 1);
    }
}
