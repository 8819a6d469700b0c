using Instrumentation.Integration.Tests.Infrastructure;

namespace Instrumentation.Integration.Tests;

/// <summary>Instruments that are called by hand: what is passed is what is shown.</summary>
public sealed class HandMetricsTests
{
    [Theory]
    [InlineData(Color.Green, true, "eu", "verdant", "true", "eu")]
    [InlineData(Color.DarkRed, null, null, "dark_red", "none", "none")]
    [InlineData((Color)77, false, "moon", "other", "false", "other")]
    public async Task Counter_OfTaggedValue_Adds(Color color, bool? gift, string? region, string colorTag, string giftTag, string regionTag)
    {
        var sample = $"hand_items_total{{color=\"{colorTag}\",gift=\"{giftTag}\",region=\"{regionTag}\",service=\"tests\"}}";
        var before = await Scraped.ValueAsync(sample) ?? 0;
        HandMetrics.Sold(color, gift, region, 5);
        HandMetrics.Sold(color, gift, region);
        HandMetrics.Sold(color, gift, region, -3);
        Assert.Equal(before + 6, await Scraped.ValueAsync(sample));
    }

    [Fact]
    public async Task Bounded_BeyondItsBound_IsOtherAndCounted()
    {
        for (var i = 0; i < 10; i++)
        {
            HandMetrics.Bounded($"tenant {i}");
        }

        Assert.Equal(1, await Scraped.ValueAsync("hand_bounded_total{service=\"tests\",tenant=\"tenant 2\"}"));
        Assert.Equal(7, await Scraped.ValueAsync("hand_bounded_total{service=\"tests\",tenant=\"other\"}"));
        Assert.Equal(7, await Scraped.ValueAsync("instrumentation_overflow_total{instrument=\"hand_bounded_total\",tag=\"tenant\"}"));
    }

    [Fact]
    public async Task EveryInstrument_OfOneMethod_IsRecorded()
    {
        HandMetrics.Request(20);
        HandMetrics.Request(30);
        HandMetrics.Request(70);
        Assert.Equal(3, await Scraped.ValueAsync("hand_requests_total{service=\"tests\"}"));
        Assert.Equal(120, await Scraped.ValueAsync("hand_size_bytes_sum{service=\"tests\"}"));
        Assert.Equal(0, await Scraped.ValueAsync("hand_size_bytes_bucket{service=\"tests\",le=\"10\"}"));
        Assert.Equal(3, await Scraped.ValueAsync("hand_size_bytes_bucket{service=\"tests\",le=\"100\"}"));
        Assert.Equal(120, await Scraped.ValueAsync("hand_summed_bytes_sum{service=\"tests\"}"));
        Assert.Equal(3, await Scraped.ValueAsync("hand_summed_bytes_count{service=\"tests\"}"));
        Assert.Equal(1, await Scraped.ValueAsync("hand_waiting{service=\"tests\"}"));
        Assert.Equal(70, await Scraped.ValueAsync("hand_last_bytes{service=\"tests\"}"));
        var text = await Scraped.TextAsync();
        Assert.Contains("# TYPE hand_summed_bytes summary\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("hand_summed_bytes_bucket", text, StringComparison.Ordinal);
        Assert.Contains("# TYPE hand_waiting gauge\n", text, StringComparison.Ordinal);
        Assert.Contains("# TYPE hand_last_bytes gauge\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_AreConverted()
    {
        HandMetrics.Waited(TimeSpan.FromMilliseconds(1500));
        HandMetrics.Waited(null);
        HandMetrics.Priced(12.5m);
        HandMetrics.Ready(true);
        Assert.Equal(1.5, await Scraped.ValueAsync("hand_wait_seconds_sum{service=\"tests\"}"));
        Assert.Equal(1, await Scraped.ValueAsync("hand_wait_seconds_count{service=\"tests\"}"));
        Assert.Equal(12.5, await Scraped.ValueAsync("hand_price{service=\"tests\"}"));
        Assert.Equal(1, await Scraped.ValueAsync("hand_ready{service=\"tests\"}"));
    }

    [Fact]
    public async Task Sum_NeverCalled_IsShownAtZeroAndGauge_IsNot()
    {
        Assert.Equal(0, await Scraped.ValueAsync("hand_never_total{color=\"dark_red\",service=\"tests\"}"));
        Assert.Equal(0, await Scraped.ValueAsync("hand_never_waiting{color=\"verdant\",service=\"tests\"}"));
        Assert.Null(await Scraped.ValueAsync("hand_never{color=\"verdant\",service=\"tests\"}"));
    }

    [Fact]
    public async Task Expression_ThatThrows_NeverReachesTheCaller()
    {
        HandMetrics.Text("abc");
        HandMetrics.Text(null);
        Assert.Equal(1, await Scraped.ValueAsync("hand_expression_total{empty=\"other\",service=\"tests\"}"));
        Assert.Equal(1, await Scraped.ValueAsync("hand_expression_total{empty=\"false\",service=\"tests\"}"));
        Assert.Equal(3, await Scraped.ValueAsync("hand_letters_total{empty=\"false\",service=\"tests\"}"));
        Assert.Equal(3, await Scraped.ValueAsync("hand_letters{empty=\"false\",service=\"tests\"}"));
        Assert.Equal(3, await Scraped.ValueAsync("hand_length{empty=\"false\",service=\"tests\"}"));
        Assert.Null(await Scraped.ValueAsync("hand_length{empty=\"other\",service=\"tests\"}"));
    }

    [Fact]
    public async Task Key_ThatThrows_IsOther()
    {
        HandMetrics.Hostile(new HostileKey());
        Assert.Equal(1, await Scraped.ValueAsync("hand_hostile_total{key=\"other\",service=\"tests\"}"));
    }

    [Fact]
    public async Task Instances_OfAGenericClass_ShareTheirInstruments()
    {
        var texts = new HandQueue<string>("texts");
        new HandQueue<int>("numbers").Enqueue(1);
        texts.Enqueue("a");
        texts.Enqueue("b");
        Assert.Equal(2, await Scraped.ValueAsync("hand_queue_length{queue=\"texts\"}"));
        Assert.Equal(2, await Scraped.ValueAsync("hand_queue_last_length{queue=\"texts\"}"));
        Assert.Equal(1, await Scraped.ValueAsync("hand_queue_length{queue=\"numbers\"}"));
    }

    [Fact]
    public async Task Fractions_AreAdded_AndWhatIsNoIncrementIsDropped()
    {
        HandMetrics.Spent(TimeSpan.FromMilliseconds(250));
        HandMetrics.Spent(null);
        HandMetrics.Spent(TimeSpan.FromSeconds(1));
        Assert.Equal((1.25, -1.25), (await Scraped.ValueAsync("hand_spent_seconds_total{service=\"tests\"}"), await Scraped.ValueAsync("hand_balance{service=\"tests\"}")));
        Assert.Null(await Scraped.ValueAsync("instrumentation_dropped_values_total{instrument=\"hand_spent_seconds_total\"}"));

        foreach (var cost in new[] { 0.5, -1, double.NaN, double.PositiveInfinity, 0.25 })
        {
            HandMetrics.Cost(cost);
        }

        Assert.Equal((0.75, 3), (await Scraped.ValueAsync("hand_cost_total{service=\"tests\"}"), await Scraped.ValueAsync("instrumentation_dropped_values_total{instrument=\"hand_cost_total\"}")));
    }
}
