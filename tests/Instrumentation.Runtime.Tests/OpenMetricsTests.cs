using System.Diagnostics;
using Instrumentation.Metrics;
using Instrumentation.Runtime.Tests.Infrastructure;

namespace Instrumentation.Runtime.Tests;

public sealed class OpenMetricsTests
{
    [Fact]
    public async Task Counter_IsAFamilyWithoutTotal_AndSaysWhenItBegan()
    {
        var before = (DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds;
        MetricRegistry.Counter("om_payload_bytes_total", "Bytes sent.").Add(0, 7);

        var family = (await Exposed.OpenMetricsAsync())["om_payload_bytes"];
        Assert.Equal(("counter", "bytes", "Bytes sent."), (family.Type, family.Unit, family.Help));
        Assert.Equal(7, family.Samples.Single(static sample => sample.Name == "om_payload_bytes_total").Value);
        Assert.InRange(family.Samples.Single(static sample => sample.Name == "om_payload_bytes_created").Value, before - 0.001, before + 60);
    }

    [Fact]
    public async Task Counter_WithoutTotalInItsName_IsOfUnknownTypeUnderTheSameName()
    {
        MetricRegistry.Counter("om_odd", "").Add(0, 3);

        var family = (await Exposed.OpenMetricsAsync())["om_odd"];
        Assert.Equal("unknown", family.Type);
        Assert.Equal(3, Assert.Single(family.Samples).Value);
    }

    [Fact]
    public async Task CounterAndGauge_ThatMeetWithoutTotal_AreBothShown()
    {
        MetricRegistry.Counter("om_twin_total", "").Add(0, 3);
        MetricRegistry.Gauge("om_twin", "").Set(0, 4);

        var families = await Exposed.OpenMetricsAsync();
        Assert.Equal(("unknown", 3), (families["om_twin_total"].Type, Assert.Single(families["om_twin_total"].Samples).Value));
        Assert.Equal(("gauge", 4), (families["om_twin"].Type, Assert.Single(families["om_twin"].Samples).Value));
    }

    [Fact]
    public async Task Families_WhoseSamplesWouldMeet_AreNotBothShown()
    {
        MetricRegistry.Histogram("om_meet", "", [1]).Record(0, 1);
        MetricRegistry.Gauge("om_meet_count", "").Set(0, 4);

        Assert.DoesNotContain("om_meet_count", (await Exposed.OpenMetricsAsync()).Keys);
        Assert.DoesNotContain("om_meet_count", (await Exposed.FamiliesAsync()).Keys);
        Assert.Contains("om_meet", (await Exposed.FamiliesAsync()).Keys);
    }

    [Fact]
    public async Task Bounds_AreCanonicalNumbers()
    {
        double[] bounds = [1e-7, 0.00012, 0.5, 1, 2.5, 10, 123456, 1e6, 2.5e6, 1e21];
        MetricRegistry.Histogram("om_canonical", "", bounds).Record(0, 1);

        var family = (await Exposed.OpenMetricsAsync())["om_canonical"];
        Assert.Equal(
            ["1e-07", "0.00012", "0.5", "1.0", "2.5", "10.0", "123456.0", "1e+06", "2.5e+06", "1e+21", "+Inf"],
            family.Samples.Where(static sample => sample.Labels.ContainsKey("le")).Select(static sample => sample.Labels["le"]));
    }

    [Fact]
    public async Task Histogram_OfNegativeValues_HasNoSum()
    {
        MetricRegistry.Histogram("om_negative", "", [-1, 0]).Record(0, -5);

        var family = (await Exposed.OpenMetricsAsync())["om_negative"]; // The parser refuses a sum here.
        Assert.Equal(1, family.Samples.Single(static sample => sample.Name == "om_negative_count").Value);
    }

    [Fact]
    public async Task Summary_HasSumAndCount()
    {
        MetricRegistry.Summary("om_summary_bytes", "").Record(0, 2.5);
        MetricRegistry.DurationSummary("om_summary_seconds", "").Record(0, 2 * Stopwatch.Frequency);

        var families = await Exposed.OpenMetricsAsync();
        Assert.Equal([("om_summary_bytes_sum", 2.5), ("om_summary_bytes_count", 1)], families["om_summary_bytes"].Samples.Take(2).Select(static sample => (sample.Name, sample.Value)));
        Assert.Equal(("summary", "seconds", 2), (families["om_summary_seconds"].Type, families["om_summary_seconds"].Unit, families["om_summary_seconds"].Samples[0].Value));
        var text = await Exposed.FamilyAsync("om_summary_seconds");
        Assert.Equal(("summary", 2, 1), (text.Type, text.Samples[0].Value, text.Samples[1].Value));
    }

    [Theory]
    [InlineData("om-bad name.total", "om_bad_name_total")]
    [InlineData("1om", "_1om")]
    [InlineData("ömé_total", "_m_total")]
    [InlineData("om\"\n\\\0", "om_")]
    public async Task Names_ThatPrometheusRefuses_AreReplaced(string declared, string shown)
    {
        var counter = MetricRegistry.Counter(declared, "a\\b\n\"c\"\0", new ClosedTag("ta-g\n", "v"), new ClosedTag("__own", "w"), new ClosedTag("9", "x"));
        counter.Add(0, 1);

        var text = await Exposed.FamilyAsync(shown);
        Assert.Equal("a\\b\n\"c\"\0", text.Help);
        Assert.Equal(["_9", "exported__own", "ta_g_"], Assert.Single(text.Samples).Labels.Keys.Order(StringComparer.Ordinal));
        await Exposed.OpenMetricsAsync();
    }

    [Fact]
    public async Task Tags_ThatMeet_AreJoined_AndLeIsNotOverwritten()
    {
        MetricRegistry.Histogram("om_le", "", [1], new ClosedTag("a.b", "1"), new ClosedTag("a-b", "2"), new ClosedTag("le", "x")).Record(0, 1);

        var bucket = (await Exposed.OpenMetricsAsync())["om_le"].Samples[0];
        Assert.Equal(("2;1", "x", "1.0"), (bucket.Labels["a_b"], bucket.Labels["exported_le"], bucket.Labels["le"]));
    }

    [Theory]
    [InlineData("\"\\\n\r\t\0\u0001{}=,#")]
    [InlineData("# EOF\n")]
    [InlineData("\\n\\\\\"")]
    [InlineData("😀\u2028\ufeff")]
    public async Task Texts_OfAnyKind_AreReadBack(string text)
    {
        var name = $"om_text_{(uint)text.GetHashCode(StringComparison.Ordinal)}";
        var longest = string.Concat(Enumerable.Repeat(text, 10_000 / text.Length));
        MetricRegistry.Gauge(name, longest, new ClosedTag("text", longest)).Set(0, 1);

        var family = (await Exposed.OpenMetricsAsync())[name];
        Assert.Equal((longest, longest), (family.Help, Assert.Single(family.Samples).Labels["text"]));
    }

    [Fact]
    public async Task Exemplars_OfSampledSpans_AreOnTheirBucketAndCounter()
    {
        var histogram = MetricRegistry.Histogram("om_exemplar", "", [1, 10]);
        var counter = MetricRegistry.Counter("om_exemplar_events_total", "");
        MetricRegistry.StartCollecting();
        histogram.Record(0, 0.5);
        using var sampled = new Activity("sampled") { ActivityTraceFlags = ActivityTraceFlags.Recorded };
        using var unsampled = new Activity("unsampled");
        sampled.Start();
        histogram.Record(0, 5);
        counter.Add(0, 2);
        sampled.Stop();
        unsampled.Start();
        histogram.Record(0, 50);

        var families = await Exposed.OpenMetricsAsync();
        var buckets = families["om_exemplar"].Samples.Where(static sample => sample.Labels.ContainsKey("le")).Select(static sample => sample.Exemplar).ToList();
        Assert.Equal((true, false, true), (buckets[0] is null, buckets[1] is null, buckets[2] is null));
        var counted = families["om_exemplar_events"].Samples[0].Exemplar!;
        Assert.All([buckets[1]!, counted], exemplar => Assert.Equal((sampled.TraceId.ToHexString(), sampled.SpanId.ToHexString()), (exemplar.Labels["trace_id"], exemplar.Labels["span_id"])));
        Assert.Equal((5, 2), (buckets[1]!.Value, counted.Value));
        Assert.InRange(counted.Timestamp!.Value, (sampled.StartTimeUtc - DateTime.UnixEpoch).TotalSeconds - 1, (DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds + 1);
    }

    [Fact]
    public async Task Target_IsAnInfoMetric()
    {
        var target = Assert.Single((await Exposed.OpenMetricsAsync())["target"].Samples);
        Assert.Equal(("target_info", 1), (target.Name, target.Value));
        Assert.NotEqual("", target.Labels["service_name"]);
    }
}
