using Instrumentation.Metrics;
using Instrumentation.Runtime.Tests.Infrastructure;

namespace Instrumentation.Runtime.Tests;

public sealed class ExpositionTests
{
    private const string Hostile = "a\"b\\c\nd\\n{e}=,\r\t ä😀";

    [Theory]
    [InlineData(Hostile)]
    [InlineData("\\")]
    [InlineData("\"")]
    [InlineData("\n")]
    [InlineData("a\0b")]
    public async Task LabelValue_OfAnyText_IsReadBack(string value)
    {
        var name = $"exposed_label_{(uint)value.GetHashCode(StringComparison.Ordinal)}_total";
        _ = MetricRegistry.Counter(name, "", new ClosedTag("text", value), new ClosedTag("z", "after"));

        var sample = Assert.Single((await Exposed.FamilyAsync(name)).Samples);
        Assert.Equal((value, "after"), (sample.Labels["text"], sample.Labels["z"]));
    }

    [Fact]
    public async Task LabelValue_Empty_IsNoLabel()
    {
        _ = MetricRegistry.Counter("exposed_empty_total", "", new ClosedTag("text", "", "x"), new ClosedTag("z", "after"));

        Assert.Equal(["text,z", "z"], (await Exposed.FamilyAsync("exposed_empty_total")).Samples.Select(sample => string.Join(',', sample.Labels.Keys.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task LabelValue_OfTenKilobytes_IsReadBack()
    {
        var value = string.Concat(Enumerable.Repeat(Hostile, 10_000 / Hostile.Length));
        _ = MetricRegistry.Counter("exposed_long_total", "", new ClosedTag("text", value));

        Assert.Equal(value, Assert.Single((await Exposed.FamilyAsync("exposed_long_total")).Samples).Labels["text"]);
    }

    [Fact]
    public async Task LabelValues_ThatAreTheSameText_AreOneSeries()
    {
        // No UTF-8 text tells one lone surrogate from another, and a series that is shown twice spoils a scrape.
        var tag = new BoundedTag<string>("text", 3);
        var counter = MetricRegistry.Counter("exposed_surrogates_total", "", tag);
        counter.Add(tag.IndexOf("\ud800"), 1);
        counter.Add(tag.IndexOf("\ud801"), 2);
        counter.Add(tag.IndexOf("\ufffd"), 4);

        Assert.Equal(7, Assert.Single((await Exposed.FamilyAsync("exposed_surrogates_total")).Samples).Value);
    }

    [Fact]
    public async Task LoneSurrogates_InValueAndDescription_AreReplaced()
    {
        _ = MetricRegistry.Counter("exposed_lone_total", "\ud800", new ClosedTag("text", "\ud800x\udc00"));

        var family = await Exposed.FamilyAsync("exposed_lone_total");
        Assert.Equal(("\ufffd", "\ufffdx\ufffd"), (family.Help, Assert.Single(family.Samples).Labels["text"]));
    }

    [Theory]
    [InlineData(Hostile)]
    [InlineData("")]
    public async Task Description_OfAnyText_IsReadBack(string description)
    {
        var name = $"exposed_help_{(uint)description.GetHashCode(StringComparison.Ordinal)}_total";
        _ = MetricRegistry.Counter(name, description);

        Assert.Equal(description, (await Exposed.FamilyAsync(name)).Help);
    }

    [Fact]
    public async Task Numbers_OfAnySize_AreReadBackExactly()
    {
        var counter = MetricRegistry.Counter("exposed_numbers_total", "");
        counter.Add(0, (1L << 53) - 1);
        var histogram = MetricRegistry.Histogram("exposed_numbers_bytes", "", [1e-7, 0.1, 1e21]);
        histogram.Record(0, 0.1 + 0.2);

        Assert.Equal((1L << 53) - 1, (await Exposed.FamilyAsync("exposed_numbers_total")).Total());
        Assert.Equal(0.1 + 0.2, await Exposed.SumAsync("exposed_numbers_bytes"));
        Assert.Equal([0, 0, 1, 1], await Exposed.BucketsAsync("exposed_numbers_bytes"));
    }

    [Fact]
    public async Task Text_WhileThreadsRecord_IsAlwaysConsistent()
    {
        var histogram = MetricRegistry.Histogram("exposed_busy_bytes", "", [1, 2, 3]);
        using var stop = new CancellationTokenSource();
        var load = Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                histogram.Record(0, i % 5);
            }
        })));

        // The parser refuses buckets that are not cumulative and counts that differ from the last bucket.
        var last = 0d;
        for (var changes = 0; changes < 1000;)
        {
            var now = Exposed.FamilyOf(histogram).Total();
            changes += now > last ? 1 : 0;
            last = now;
        }

        await stop.CancelAsync();
        await load;
    }
}
