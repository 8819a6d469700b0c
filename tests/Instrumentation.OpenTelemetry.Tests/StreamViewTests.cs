using System.Diagnostics.Metrics;
using Instrumentation.Metrics;
using Instrumentation.OpenTelemetry.Metrics;
using Instrumentation.OpenTelemetry.Tests.Infrastructure;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Instrumentation.OpenTelemetry.Tests;

/// <summary>Buckets and series bounds reach the SDK.</summary>
[Collection("OpenTelemetry")]
public sealed class StreamViewTests
{
    private const int Series = 3_000;

    [Theory]
    [InlineData(true, Series)]
    [InlineData(false, 2_000)]
    public void Series_BeyondTheSdksLimit_AreAllThere(bool ours, int expected)
    {
        _ = MetricRegistry.Counter("views_many_total", "", new BoundedTag<int>("n", Series));
        using var meter = new Meter(InstrumentedAssemblies.Library);
        var counter = meter.CreateCounter<long>("views_many_total");

        var points = Collect(ours, () =>
        {
            for (var i = 0; i < Series; i++)
            {
                counter.Add(1, new KeyValuePair<string, object?>("n", i));
            }
        });

        Assert.Equal(expected, points["views_many_total"].Count(static point => !IsOverflow(point)));
        Assert.Equal(!ours, points["views_many_total"].Any(IsOverflow));
    }

    [Theory]
    [InlineData("before")]
    [InlineData("after")]
    public void OwnSeries_BeyondTheSdksLimit_AreAllThere_WheneverTheyAreDeclared(string when)
    {
        var tag = new BoundedTag<int>("n", Series);
        var early = when == "before" ? Declare() : null;

        var points = Collect(ours: true, () =>
        {
            var histogram = early ?? Declare();
            for (var i = 0; i < Series; i++)
            {
                histogram.Record(tag.IndexOf(i), i);
            }
        });

        Assert.All([$"views_own_{when}_total", $"views_own_{when}_seconds"], name => Assert.Equal((Series, false), (points[name].Count, points[name].Any(IsOverflow))));
        Assert.Equal(1, points[$"views_own_{when}_seconds"][^1].GetHistogramCount());

        DurationHistogram Declare() => MetricRegistry.Duration($"views_own_{when}_seconds", "", [0.25], MetricRegistry.Counter($"views_own_{when}_total", "", tag), tag);
    }

    [Fact]
    public void Buckets_AreTheDeclaredOnes()
    {
        _ = MetricRegistry.Duration("views_duration_seconds", "", [0.25, 0.75]);
        using var meter = new Meter(InstrumentedAssemblies.Library);
        var histogram = meter.CreateHistogram<double>("views_duration_seconds");

        var point = Assert.Single(Collect(ours: true, () => histogram.Record(0.5))["views_duration_seconds"]);

        var bounds = new List<double>();
        foreach (var bucket in point.GetHistogramBuckets())
        {
            bounds.Add(bucket.ExplicitBound);
        }

        Assert.Equal([0.25, 0.75, double.PositiveInfinity], bounds);
    }

    [Fact]
    public void Instruments_OfOthers_AreLeftAlone()
    {
        _ = MetricRegistry.Counter("views_theirs_total", "");
        using var meter = new Meter("somebody else");
        Assert.Null(StreamViews.Of(meter.CreateCounter<long>("views_theirs_total"), InstrumentedAssemblies.Names()));
        using var own = new Meter(InstrumentedAssemblies.Library);
        Assert.Null(StreamViews.Of(own.CreateCounter<long>("views_unknown_total"), InstrumentedAssemblies.Names()));
    }

    [Fact]
    public void Bound_BeyondAllReason_IsCut()
    {
        _ = MetricRegistry.Counter("views_huge_total", "", new BoundedTag<int>("a", 100_000), new BoundedTag<int>("b", 100_000));
        using var meter = new Meter(InstrumentedAssemblies.Library);
        Assert.Equal(100_000, StreamViews.Of(meter.CreateCounter<long>("views_huge_total"), InstrumentedAssemblies.Names())!.CardinalityLimit);
    }

    private static bool IsOverflow(MetricPoint point)
    {
        foreach (var tag in point.Tags)
        {
            if (tag.Key == "otel.metric.overflow")
            {
                return true;
            }
        }

        return false;
    }

    // Points are the SDK's own memory: they are copied while it is collecting.
    private static Dictionary<string, List<MetricPoint>> Collect(bool ours, Action record)
    {
        var points = new Dictionary<string, List<MetricPoint>>(StringComparer.Ordinal);
        var builder = Sdk.CreateMeterProviderBuilder();
        _ = ours ? builder.AddInstrumentation() : builder.AddMeter(InstrumentedAssemblies.Library);
        var exporter = new Exported<Metric>();
        using var provider = builder.AddReader(new BaseExportingMetricReader(exporter)).Build();
        record();
        provider.ForceFlush();
        foreach (var metric in exporter.Items)
        {
            var list = points[metric.Name] = [];
            foreach (ref readonly var point in metric.GetMetricPoints())
            {
                list.Add(point);
            }
        }

        return points;
    }
}
