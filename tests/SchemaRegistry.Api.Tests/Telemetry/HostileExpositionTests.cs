using System.Diagnostics;
using Instrumentation.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Telemetry;

/// <summary>Names, help texts and label values made to break a scrape are read by the real Prometheus and by promtool as they were meant.</summary>
public sealed class HostileExpositionTests
{
    private const string Hostile = "\"\\\n\r\t\0\u0001{}=,\\n # EOF\n# TYPE x counter\n\u00e9\u2028😀\ud800";

    private static readonly string s_long = string.Concat(Enumerable.Repeat(Hostile, 10_000 / Hostile.Length));

    // Both tests see the same series: what is recorded is recorded once.
    private static readonly Lazy<string> s_trace = new(Record);

    [Theory]
    [InlineData("text/plain;version=0.0.4", false)]
    [InlineData("application/openmetrics-text;version=1.0.0", true)]
    public async Task Series_MadeToBreakIt_AreIngested(string accept, bool hasExemplars)
    {
        var trace = s_trace.Value;
        await using var app = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]).Build();
        app.MapInstrumentation("/own");
        using var http = new HttpClient { DefaultRequestHeaders = { { "Accept", accept } } };
        app.MapGet("/metrics", async () =>
        {
            using var scraped = await http.GetAsync($"{app.Urls.Single()}/own");
            return Results.Content(await scraped.Content.ReadAsStringAsync(), scraped.Content.Headers.ContentType!.ToString());
        });
        await app.StartAsync();
        await using var prometheus = new PrometheusServer(new Uri(app.Urls.Single()));

        var texts = await prometheus.QueryUntilAsync("sum by (te_xt_) (hostile_metric_total)", static texts => texts.Count > 0);
        Assert.Equal([s_long.Replace('\ud800', '\ufffd')], texts.Keys);
        Assert.Equal(3, texts.Values.Single());
        Assert.Equal([2.0], (await prometheus.QueryUntilAsync("sum(hostile_bytes_count{exported_le=\"1\"})", static counts => counts.Count > 0)).Values);
        Assert.Equal([1.0], (await prometheus.QueryUntilAsync("hostile_bytes_bucket{le=\"+Inf\"} - ignoring(le) hostile_bytes_bucket{le=~\"10(\\\\.0)?\"}", static counts => counts.Count > 0)).Values);
        Assert.Equal([1.0], (await prometheus.QueryUntilAsync("count(hostile_level_total == Inf)", static counts => counts.Count > 0)).Values);
        Assert.Equal("", (await prometheus.TargetAsync()).GetProperty("lastError").GetString());
        if (hasExemplars)
        {
            Assert.All(await prometheus.TracesAsync("hostile_bytes_bucket"), found => Assert.Equal(trace, found));
        }
    }

    [Fact]
    public async Task Text_MadeToBreakIt_IsReadByPromtool()
    {
        _ = s_trace.Value;
        await using var app = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]).Build();
        app.MapInstrumentation("/metrics");
        await app.StartAsync();
        using var http = new HttpClient();

        var (exitCode, lines) = await Tool.RunAsync("promtool", await http.GetStringAsync($"{app.Urls.Single()}/metrics"), "check", "metrics");

        // 3 says that it would have chosen other names; what it cannot read is 1.
        Assert.True(exitCode is 0 or 3, $"{exitCode}: {string.Join('\n', lines)}");
    }

    private static string Record()
    {
        MetricRegistry.StartCollecting();
        using var span = new Activity("hostile") { ActivityTraceFlags = ActivityTraceFlags.Recorded };
        span.Start();
        MetricRegistry.Counter("hostile.metric-\n.total", s_long, new ClosedTag("te-xt\n", s_long)).Add(0, 3);
        var histogram = MetricRegistry.Histogram("hostile_bytes", Hostile, [-1, 10], new ClosedTag("le", "1"), new ClosedTag("__name__", Hostile));
        histogram.Record(0, 5);
        histogram.Record(0, 50);
        MetricRegistry.Gauge("hostile_level_total", Hostile).Set(0, double.PositiveInfinity);
        MetricRegistry.Counter("hostile_odd", Hostile, new ClosedTag("instance", "mine"), new ClosedTag("job", "")).Add(0, 1);
        MetricRegistry.Summary("hostile_summary", Hostile, new ClosedTag("quantile", "0.5")).Record(0, double.NegativeInfinity);
        return span.TraceId.ToHexString();
    }
}
