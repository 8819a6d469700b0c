using System.Diagnostics;
using Instrumentation.Metrics;
using Instrumentation.Runtime.Tests.Infrastructure;
using Instrumentation.TestTools;

namespace Instrumentation.Runtime.Tests;

/// <summary>A duration histogram whose count is a counter's value.</summary>
public sealed class CountingHistogramTests
{
    private static readonly ClosedTag s_kind = new("kind", "a", "b");

    [Fact]
    public async Task Counter_BesideOthers_HasItsOwnHistogramsCountAlone()
    {
        const int Rounds = 100_000;
        var counter = MetricRegistry.Counter("counting_calls_total", "", s_kind);
        var counting = MetricRegistry.Duration("counting_seconds", "", [1, 2], counter, s_kind);
        var alone = MetricRegistry.Duration("counting_seconds", "", [1, 2], s_kind);
        var byHand = MetricRegistry.Counter("counting_calls_total", "", s_kind);
        Threads.Run(_ =>
        {
            for (var i = 0; i < Rounds; i++)
            {
                counting.Record(1, 2 * Stopwatch.Frequency);
                alone.Record(1, 3 * Stopwatch.Frequency);
                byHand.Add(1, 10);
            }
        });
        alone.Record(0, 0);

        var families = await Exposed.FamiliesAsync();
        Assert.Equal((0, 11 * Threads.Count * Rounds), (families["counting_calls_total"].Total(("kind", "a")), families["counting_calls_total"].Total(("kind", "b"))));
        Assert.Equal((1, 2 * Threads.Count * Rounds), (families["counting_seconds"].Total(("kind", "a")), families["counting_seconds"].Total(("kind", "b"))));
        var ofB = families["counting_seconds"].Samples.Where(static sample => sample.Labels["kind"] == "b").ToLookup(static sample => sample.Name, static sample => sample.Value);
        Assert.Equal(5 * Threads.Count * Rounds, ofB["counting_seconds_sum"].Single());
        Assert.Equal([0, Threads.Count * Rounds, 2 * Threads.Count * Rounds], ofB["counting_seconds_bucket"]);
    }

    [Fact]
    public async Task Series_FirstTouchedByAllThreadsAtOnce_LoseNothing()
    {
        const int Series = 5_000;
        var tag = new ClosedTag("n", [.. Enumerable.Range(0, Series).Select(static i => $"v{i}")]);
        var counter = MetricRegistry.Counter("counting_race_total", "", tag);
        var histogram = MetricRegistry.DurationSummary("counting_race_seconds", "", counter, tag);
        using var step = new Barrier(Threads.Count);
        Threads.Run(_ =>
        {
            for (var i = 0; i < Series; i++)
            {
                step.SignalAndWait();
                histogram.Record(i, 1);
            }
        });

        var families = await Exposed.FamiliesAsync();
        Assert.Equal(Threads.Count * Series, families["counting_race_total"].Total());
        Assert.All(families["counting_race_seconds"].Samples.Where(static sample => sample.Name.EndsWith("_count", StringComparison.Ordinal)), static sample => Assert.Equal(Threads.Count, sample.Value));
    }

    [Fact]
    public async Task Exemplar_IsOnBoth()
    {
        MetricRegistry.StartCollecting();
        var counter = MetricRegistry.Counter("counting_exemplar_total", "");
        var histogram = MetricRegistry.Duration("counting_exemplar_seconds", "", [1], counter);
        using var span = new Activity("sampled") { ActivityTraceFlags = ActivityTraceFlags.Recorded };
        span.Start();
        histogram.Record(0, Stopwatch.Frequency / 2);

        var families = await Exposed.OpenMetricsAsync();
        var counted = families["counting_exemplar"].Samples[0].Exemplar!;
        var measured = families["counting_exemplar_seconds"].Samples[0].Exemplar!;
        Assert.Equal((1, 0.5), (counted.Value, measured.Value));
        Assert.All([counted, measured], exemplar => Assert.Equal(span.TraceId.ToHexString(), exemplar.Labels["trace_id"]));
    }

    [Fact]
    public void Observer_SeesBoth()
    {
        using var observer = new Observer();
        var counter = MetricRegistry.Counter("counting_observed_total", "", s_kind);
        MetricRegistry.Duration("counting_observed_seconds", "", buckets: null, counter, s_kind).Record(1, 2 * Stopwatch.Frequency);

        Assert.Equal(["counting_observed_seconds kind=b 2", "counting_observed_total kind=b 1"], observer.Seen);
    }

    [ReleaseFact]
    public void Record_Warm_AllocatesNothing()
    {
        var histogram = MetricRegistry.Duration("counting_warm_seconds", "", buckets: null, MetricRegistry.Counter("counting_warm_total", "", s_kind), s_kind);
        Assert.Equal(0, Allocated.ByCalls(() => histogram.Record(1, 12_345)));
    }

    private sealed class Observer : RecordingObserver
    {
        public List<string> Seen { get; } = [];

        protected override void OnRecorded(string metric, IReadOnlyList<KeyValuePair<string, string>> tags, double value) =>
            Seen.Add(FormattableString.Invariant($"{metric} {string.Join(',', tags.Select(static tag => $"{tag.Key}={tag.Value}"))} {value}"));
    }
}
