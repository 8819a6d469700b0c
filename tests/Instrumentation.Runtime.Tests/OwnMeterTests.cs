using System.Diagnostics;
using System.Diagnostics.Metrics;
using Instrumentation.Metrics;
using Instrumentation.Runtime.Tests.Infrastructure;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Instrumentation.Runtime.Tests;

/// <summary>Our instruments as listeners of System.Diagnostics.Metrics see them.</summary>
public sealed class OwnMeterTests
{
    private static readonly double[] s_bounds = [1, 2, 3];

    [Fact]
    public async Task Load_OfAMillionCalls_IsTheSameInCellsAndToDeltaAndCumulativeReaders()
    {
        const int Calls = 250_000;
        var cumulative = new MetricCollector(MetricReaderTemporalityPreference.Cumulative);
        var delta = new MetricCollector(MetricReaderTemporalityPreference.Delta);
        var tag = new ClosedTag("kind", "a", "b", "c", "d");
        var counter = MetricRegistry.Counter("agree_events_total", "", tag);
        var level = MetricRegistry.UpDownCounter("agree_level", "", tag);
        var histogram = MetricRegistry.Histogram("agree_bytes", "", s_bounds, tag);
        var calls = MetricRegistry.Counter("agree_calls_total", "", tag);
        var duration = MetricRegistry.Duration("agree_seconds", "", s_bounds, calls, tag);
        using (Sdk.CreateMeterProviderBuilder().AddMeter("Instrumentation").AddReader(cumulative.Reader).AddReader(delta.Reader).Build())
        {
            Threads.Run(thread =>
            {
                for (var i = 0; i < Calls; i++)
                {
                    var series = (i + thread) & 3;
                    counter.Add(series, i & 7);
                    level.Add(series, (i & 1) == 0 ? 5 : -3);
                    histogram.Record(series, i % 5);
                    duration.Record(series, i % 5 * Stopwatch.Frequency);
                    if (i % 100_000 == 50_000)
                    {
                        delta.Reader.Collect(); // In the midst of the load: what it misses belongs to the next.
                    }
                }
            });
            Assert.True(delta.Reader.Collect());
            Assert.True(cumulative.Reader.Collect());
        }

        var families = await Exposed.FamiliesAsync();
        Assert.Equal(4 * Calls, families["agree_bytes"].Total());
        foreach (var kind in (string[])["a", "b", "c", "d"])
        {
            foreach (var collector in (MetricCollector[])[cumulative, delta])
            {
                Assert.Equal(families["agree_events_total"].Total(("kind", kind)), collector.Sum("agree_events_total", kind));
                Assert.Equal(Calls, collector.Sum("agree_calls_total", kind));
                Assert.Equal(families["agree_bytes"].Samples.Single(sample => sample.Name == "agree_bytes_sum" && sample.Labels["kind"] == kind).Value, collector.Sum("agree_bytes", kind));
                Assert.Equal(Buckets(families["agree_bytes"], kind), collector.Buckets("agree_bytes", kind));
                Assert.Equal(Buckets(families["agree_seconds"], kind), collector.Buckets("agree_seconds", kind));
            }

            Assert.Equal(families["agree_level"].Samples.Single(sample => sample.Labels["kind"] == kind).Value, cumulative.Sum("agree_level", kind));
        }
    }

    [Fact]
    public async Task Fractions_AreShownAsTheyAre_AlsoWhereWholeNumbersWereAddedFirst()
    {
        var read = new Dictionary<string, double>(StringComparer.Ordinal);
        var counter = MetricRegistry.Counter("fraction_seconds_total", "");
        var level = MetricRegistry.UpDownCounter("fraction_level", "");
        counter.Add(0, 1L);
        counter.Add(0, .25);
        level.Add(0, -3L);
        level.Add(0, .5);
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == "Instrumentation" && instrument.Name.StartsWith("fraction_", StringComparison.Ordinal))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => read.Add(instrument.Name, value));
        listener.Start();
        listener.RecordObservableInstruments();

        Assert.Equal((1.25, -2.5), (read["fraction_seconds_total"], read["fraction_level"]));
        var families = await Exposed.FamiliesAsync();
        Assert.Equal(1.25, families["fraction_seconds_total"].Total());
        Assert.Equal(-2.5, families["fraction_level"].Samples.Single().Value);
    }

    [Fact]
    public void Listener_ToTheMeter_TurnsCollectingOn()
    {
        _ = MetricRegistry.Counter("listened_first_total", "");
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == "Instrumentation")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.Start();

        Assert.True(MetricRegistry.IsCollecting);
    }

    [Fact]
    public void Instruments_HaveTheirKindsUnitsAndBuckets()
    {
        var published = new Dictionary<string, System.Diagnostics.Metrics.Instrument>(StringComparer.Ordinal);
        _ = MetricRegistry.Counter("shown_events_total", "Events.");
        _ = MetricRegistry.Gauge("shown_bytes", "");
        _ = MetricRegistry.UpDownCounter("shown_level", "");
        _ = MetricRegistry.Duration("shown_seconds", "", s_bounds);
        _ = MetricRegistry.Summary("shown_summary", "");
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == "Instrumentation" && instrument.Name.StartsWith("shown_", StringComparison.Ordinal))
                {
                    published.Add(instrument.Name, instrument);
                }
            },
        };
        listener.Start();

        Assert.Equal("Events.", Assert.IsType<ObservableCounter<double>>(published["shown_events_total"]).Description);
        Assert.Equal("By", Assert.IsType<ObservableGauge<double>>(published["shown_bytes"]).Unit);
        Assert.IsType<ObservableUpDownCounter<double>>(published["shown_level"]);
        var duration = Assert.IsType<Histogram<double>>(published["shown_seconds"]);
        Assert.Equal("s", duration.Unit);
        Assert.Equal(s_bounds, duration.Advice!.HistogramBucketBoundaries);
        Assert.Empty(Assert.IsType<Histogram<double>>(published["shown_summary"]).Advice!.HistogramBucketBoundaries!);
    }

    [Fact]
    public async Task Listener_ThatThrows_IsCountedAndNotSeen()
    {
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Name == "thrown_at_bytes")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>(static (_, _, _, _) => throw new InvalidOperationException("mine"));
        listener.Start();

        MetricRegistry.Histogram("thrown_at_bytes", "", s_bounds).Record(0, 1);

        var families = await Exposed.FamiliesAsync();
        Assert.Equal(1, families["thrown_at_bytes"].Total());
        Assert.True(families["instrumentation_failures_total"].Total(("part", "listener")) >= 1);
    }

    private static IEnumerable<double> Buckets(TestTools.ParsedFamily family, string kind)
    {
        var last = 0d;
        foreach (var bucket in family.Samples.Where(sample => sample.Name.EndsWith("_bucket", StringComparison.Ordinal) && sample.Labels["kind"] == kind))
        {
            yield return bucket.Value - last;
            last = bucket.Value;
        }
    }
}
