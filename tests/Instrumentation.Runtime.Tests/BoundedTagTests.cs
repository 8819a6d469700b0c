using Instrumentation.Metrics;
using Instrumentation.Runtime.Tests.Infrastructure;

namespace Instrumentation.Runtime.Tests;

public sealed class BoundedTagTests
{
    [Fact]
    public void FirstValues_KeepTheirSeries_AndLaterOnesAreOther()
    {
        var tag = new BoundedTag<string>("tenant", 2);
        var (a, b, c) = (tag.IndexOf("a"), tag.IndexOf("b"), tag.IndexOf("c"));

        Assert.Equal(["a", "b", "other"], [tag.ValueAt(a), tag.ValueAt(b), tag.ValueAt(c)]);
        Assert.Equal([a, b, c], [tag.IndexOf("a"), tag.IndexOf("b"), tag.IndexOf("d")]);
        Assert.Equal("none", tag.ValueAt(tag.IndexOf(null!)));
        Assert.Equal(4, tag.Count);
    }

    [Fact]
    public void Text_LongerThanTheLimit_IsOtherAndTakesNoPlace()
    {
        var tag = new BoundedTag<string>("tenant", 1);
        Assert.Equal("other", tag.ValueAt(tag.IndexOf(new string('x', BoundedTag<string>.MaxTextLength + 1))));
        var longest = new string('x', BoundedTag<string>.MaxTextLength);
        Assert.Equal(longest, tag.ValueAt(tag.IndexOf(longest)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void Bound_BelowOne_IsOne(int bound)
    {
        var tag = new BoundedTag<int>("n", bound);
        Assert.Equal(["7", "other"], [tag.ValueAt(tag.IndexOf(7)), tag.ValueAt(tag.IndexOf(8))]);
    }

    [Fact]
    public async Task Values_FromSeveralThreads_StayInTheBoundAndNoneIsLost()
    {
        const int Bound = 10;
        const int Values = 40;
        const int Rounds = 500;
        var tag = new BoundedTag<int>("tenant", Bound);
        var counter = MetricRegistry.Counter("bounded_threads_total", "", tag);
        Threads.Run(thread =>
        {
            for (var i = 0; i < Values * Rounds; i++)
            {
                counter.Add(tag.IndexOf((i + (thread * 7)) % Values), 1);
            }
        });

        var families = await Exposed.FamiliesAsync();
        var samples = families["bounded_threads_total"].Samples;
        Assert.Equal(Bound + 1, samples.Count);
        Assert.Equal(Threads.Count * Values * Rounds, samples.Sum(static sample => sample.Value));
        Assert.All(samples.Where(static sample => sample.Labels["tenant"] != "other"), static sample => Assert.Equal(Threads.Count * Rounds, sample.Value));
        Assert.Equal(
            families["bounded_threads_total"].Total(("tenant", "other")),
            families["instrumentation_overflow_total"].Total(("instrument", "bounded_threads_total"), ("tag", "tenant")));
    }
}
