using Instrumentation.Metrics;
using Instrumentation.Runtime.Tests.Infrastructure;

namespace Instrumentation.Runtime.Tests;

public sealed class CounterTests
{
    [Fact]
    public async Task Add_NegativeValue_IsDropped()
    {
        var counter = MetricRegistry.Counter("counter_negative_total", "");
        counter.Add(0, 3);
        counter.Add(0, -2);
        counter.Add(0, long.MinValue);
        counter.Add(0, 0);

        Assert.Equal(3, (await Exposed.FamilyAsync("counter_negative_total")).Total());
    }

    [Fact]
    public async Task Add_FromSeveralThreads_LosesNothing()
    {
        var counter = MetricRegistry.Counter("counter_threads_total", "");
        Threads.Run(_ =>
        {
            for (var i = 0; i < 5 * Threads.Rounds; i++)
            {
                counter.Add(0, 2);
            }
        });

        Assert.Equal(2.0 * Threads.Count * 5 * Threads.Rounds, (await Exposed.FamilyAsync("counter_threads_total")).Total());
    }

    [Theory]
    [InlineData(8, 8, 64)]
    [InlineData(8, 9, 0)]
    public async Task NewCounter_ClosedTags_ShowsZeroForUpTo64Combinations(int first, int second, int shown)
    {
        var name = $"counter_zero_{first}_{second}_total";
        var counter = MetricRegistry.Counter(name, "", Closed("a", first), Closed("b", second));
        var before = (await Exposed.FamilyAsync(name)).Samples;
        counter.Add((first * second) - 1, 1);
        var after = (await Exposed.FamilyAsync(name)).Samples;

        Assert.Equal(shown, before.Count);
        Assert.All(before, static sample => Assert.Equal(0, sample.Value));
        Assert.Equal(Math.Max(shown, 1), after.Count);
        Assert.Equal(1, Assert.Single(after, static sample => sample.Value > 0).Value);
    }

    [Fact]
    public async Task NewCounter_TagWithOther_ShowsZeroForDeclaredValuesOnly()
    {
        _ = MetricRegistry.Counter("counter_other_total", "", ClosedTag.OrOther("region", "eu", "us"), new ClosedTag("on", "false", "true"));

        Assert.Equal(
            ["on=false,region=eu", "on=false,region=us", "on=true,region=eu", "on=true,region=us"],
            (await Exposed.FamilyAsync("counter_other_total")).Samples.Select(static sample => sample.Series).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task NewCounter_BoundedTag_ShowsNothing()
    {
        _ = MetricRegistry.Counter("counter_bounded_zero_total", "", new BoundedTag<string>("tenant", 3), new ClosedTag("on", "false", "true"));

        Assert.Empty((await Exposed.FamilyAsync("counter_bounded_zero_total")).Samples);
    }

    private static ClosedTag Closed(string name, int count) => new(name, [.. Enumerable.Range(0, count).Select(static i => $"v{i}")]);

    [Fact]
    public async Task Fractions_FromManyThreads_AreAllAdded()
    {
        var counter = MetricRegistry.Counter("counter_fractions_total", "");
        var level = MetricRegistry.UpDownCounter("counter_fractions_level", "");
        Threads.Run(_ =>
        {
            for (var i = 0; i < Threads.Rounds; i++)
            {
                counter.Add(0, 0.25);
                counter.Add(0, 1L);
                level.Add(0, -0.5);
            }
        });

        var rounds = Threads.Count * Threads.Rounds;
        Assert.Equal(1.25 * rounds, (await Exposed.FamilyAsync("counter_fractions_total")).Total());
        Assert.Equal(-0.5 * rounds, (await Exposed.FamilyAsync("counter_fractions_level")).Total());
    }

    [Fact]
    public async Task Increments_ThatAreNone_AreDroppedAndCounted()
    {
        var counter = MetricRegistry.Counter("counter_dropped_total", "");
        foreach (var value in new[] { 1.5, -0.5, double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            counter.Add(0, value);
        }

        counter.Add(0, -1L);
        counter.Add(0, long.MinValue);
        Assert.Equal(1.5, Assert.Single((await Exposed.FamilyAsync("counter_dropped_total")).Samples).Value);

        // What stands for no value at all is not counted.
        Assert.Equal(4, Assert.Single((await Exposed.FamilyAsync("instrumentation_dropped_values_total")).Samples, sample => sample.Labels["instrument"] == "counter_dropped_total").Value);
    }

    [Fact]
    public async Task HandedOverTag_UntilACallerGivesNothing_ShowsNoUnknown()
    {
        var counter = MetricRegistry.Counter("counted_handed_total", "", ClosedTag.HandedOver("format", mayBeOther: true, "avro", "json"));
        Assert.Equal(["avro", "json"], (await Exposed.FamilyAsync("counted_handed_total")).Samples.Select(static sample => sample.Labels["format"]));

        counter.Add(2, 1);
        counter.Add(3, 1);

        Assert.Equal(["avro 0", "json 0", "other 1", "unknown 1"], (await Exposed.FamilyAsync("counted_handed_total")).Samples.Select(static sample => $"{sample.Labels["format"]} {sample.Value}"));
    }
}
