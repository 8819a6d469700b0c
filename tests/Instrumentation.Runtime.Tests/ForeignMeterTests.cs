using System.Diagnostics;
using System.Diagnostics.Metrics;
using Instrumentation.Metrics;
using Instrumentation.Runtime.Tests.Infrastructure;
using Instrumentation.TestTools;

namespace Instrumentation.Runtime.Tests;

/// <summary>What other meters of the process measure.</summary>
public sealed class ForeignMeterTests : IDisposable
{
    private readonly Meter _meter = new(new MeterOptions("Foreign.Tests") { Version = "1.2", Tags = [new("mascot", "bear")] });

    public ForeignMeterTests() => MetricRegistry.StartCollecting();

    public void Dispose() => _meter.Dispose();

    [Theory]
    [InlineData("foreign.requests", "{request}", "foreign_requests_total")]
    [InlineData("foreign.cpu.time", "s", "foreign_cpu_time_seconds_total")]
    [InlineData("foreign.io.total", "By", "foreign_io_bytes_total")]
    [InlineData("foreign.speed", "By/s", "foreign_speed_bytes_per_second_total")]
    [InlineData("foreign.odd__name", "1", "foreign_odd_name_total")]
    public async Task Counter_IsTranslated(string name, string unit, string shown)
    {
        _meter.CreateCounter<long>(name, unit, "What it is.").Add(3, new("http.method", "GET"), new("ok", true), new("nothing", null));

        var family = await Exposed.FamilyAsync(shown);
        Assert.Equal(("counter", "What it is."), (family.Type, family.Help));
        var sample = family.Samples[^1];
        Assert.Equal(3, sample.Value);
        Assert.Equal(
            "http_method=GET,nothing=,ok=true,otel_scope_mascot=bear,otel_scope_name=Foreign.Tests,otel_scope_version=1.2",
            sample.Series);
        await Exposed.OpenMetricsAsync();
    }

    [Fact]
    public async Task Gauges_OfFractions_AreRatios()
    {
        _meter.CreateGauge<double>("foreign.load", "1").Record(0.25);
        _meter.CreateUpDownCounter<int>("foreign.open", "1").Add(-2);

        Assert.Equal(("gauge", 0.25), (await Exposed.FamilyAsync("foreign_load_ratio") is var load ? load.Type : "", load.Samples[0].Value));
        Assert.Equal(-2, (await Exposed.FamilyAsync("foreign_open")).Samples[0].Value);
    }

    [Fact]
    public async Task Histogram_HasTheAdvisedBuckets()
    {
        var histogram = _meter.CreateHistogram("foreign.duration", "s", "", null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.5, 2] });
        histogram.Record(0.5);
        histogram.Record(1);
        histogram.Record(7);

        Assert.Equal([1, 2, 3], await Exposed.BucketsAsync("foreign_duration_seconds"));
        Assert.Equal(8.5, await Exposed.SumAsync("foreign_duration_seconds"));
        var openMetrics = (await Exposed.OpenMetricsAsync())["foreign_duration_seconds"];
        Assert.Equal(("histogram", "seconds"), (openMetrics.Type, openMetrics.Unit));
    }

    [Fact]
    public async Task Observed_IsWhatTheLastReadingGave()
    {
        var values = new Dictionary<string, long> { ["a"] = 1, ["b"] = 2 };
        _meter.CreateObservableUpDownCounter("foreign.queue", () => values.Select(static pair => new Measurement<long>(pair.Value, new KeyValuePair<string, object?>("queue", pair.Key))));
        Assert.Equal([1, 2], (await Exposed.FamilyAsync("foreign_queue")).Samples.Select(static sample => sample.Value));

        values.Remove("a");
        values["b"] = 5;

        Assert.Equal([5], (await Exposed.FamilyAsync("foreign_queue")).Samples.Select(static sample => sample.Value));
    }

    [Fact]
    public async Task Callback_ThatThrows_SpoilsNoScrape()
    {
        _meter.CreateObservableGauge("foreign.broken", (Func<int>)(static () => throw new InvalidOperationException("mine")));
        _meter.CreateObservableGauge("foreign.whole", static () => 7);

        var families = await Exposed.FamiliesAsync();
        Assert.Equal(7, Assert.Single(families["foreign_whole"].Samples).Value);
        Assert.True((await Exposed.FamilyAsync("instrumentation_failures_total")).Total(("part", "observe")) >= 1);
    }

    [Fact]
    public async Task Series_BeyondTheLimit_AreOneAndAccountedFor()
    {
        const int Limit = 2000;
        const int Values = 5000;
        var counter = _meter.CreateCounter<int>("foreign.unbounded");
        for (var i = 0; i < Values; i++)
        {
            counter.Add(1, new KeyValuePair<string, object?>("id", i));
        }

        var families = await Exposed.FamiliesAsync();
        var samples = families["foreign_unbounded_total"].Samples;
        Assert.Equal(Limit + 1, samples.Count);
        Assert.Equal(Values, samples.Sum(static sample => sample.Value));
        Assert.Equal(Values - Limit, samples.Single(static sample => sample.Labels.GetValueOrDefault("otel_metric_overflow") == "true").Value);
        Assert.Equal(Values - Limit, families["instrumentation_overflow_total"].Total(("instrument", "foreign_unbounded_total")));
    }

    [Fact]
    public async Task Tags_InAnotherOrder_AreTheSameSeries()
    {
        var counter = _meter.CreateCounter<double>("foreign.order");
        counter.Add(1.5, new("a", 1), new("b", 2));
        counter.Add(2, new("b", 2), new("a", 1));

        Assert.Equal(3.5, Assert.Single((await Exposed.FamilyAsync("foreign_order_total")).Samples).Value);
    }

    [Fact]
    public async Task SameInstrument_OfTwoKinds_IsShownAsTheFirst()
    {
        _meter.CreateCounter<int>("foreign.twice_total").Add(1);
        _meter.CreateGauge<int>("foreign.twice_total").Record(5);

        Assert.Equal("counter", (await Exposed.FamilyAsync("foreign_twice_total")).Type);
        await Exposed.OpenMetricsAsync();
    }

    [Fact]
    public async Task OwnMeter_IsNotReadASecondTime()
    {
        MetricRegistry.Counter("foreign_own_total", "").Add(0, 1);

        var sample = Assert.Single((await Exposed.FamilyAsync("foreign_own_total")).Samples);
        Assert.Equal((1, 0), (sample.Value, sample.Labels.Count));
    }

    [Fact]
    public async Task Exemplar_IsKept()
    {
        using var activity = new Activity("sampled") { ActivityTraceFlags = ActivityTraceFlags.Recorded };
        activity.Start();
        _meter.CreateHistogram<int>("foreign.traced").Record(3);

        var samples = (await Exposed.OpenMetricsAsync())["foreign_traced"].Samples;
        Assert.Equal(activity.TraceId.ToHexString(), samples.Single(static sample => sample.Exemplar is not null).Exemplar!.Labels["trace_id"]);
    }

    [ReleaseFact]
    public void Measurement_OfAKnownSeries_AllocatesNothing()
    {
        var counter = _meter.CreateCounter<long>("foreign.allocations");
        var histogram = _meter.CreateHistogram<double>("foreign.allocated");
        Assert.Equal(0, Allocated.ByCalls(() => counter.Add(1, new("a", "x"), new("b", "y"))));
        Assert.Equal(0, Allocated.ByCalls(() => histogram.Record(1, new("a", "x"), new("b", "y"))));
    }
}
