using System.Diagnostics;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Telemetry;

/// <summary>What an operator would do: scrape the registry and ask for a rate.</summary>
public sealed class PrometheusTests
{
    [Fact]
    public async Task Rate_OfRegisteredSchemasByFormat_IsAnswered()
    {
        using var folder = new TemporaryFolder();
        await using var server = await RegistryProcess.StartAsync(folder.Path, environment: null, "--urls", "http://127.0.0.1:0");
        await using var prometheus = new PrometheusServer(server.Address);
        await prometheus.QueryUntilAsync("up", static up => up.Values.SequenceEqual([1.0]));

        (await server.Registry.PutAsync("/config", """{"compatibility":"NONE"}""")).Ok();

        // A rate needs a rise between two scrapes: schemas are registered until one was seen.
        var registered = 0;
        using var enough = new CancellationTokenSource();
        var load = Task.Run(async () =>
        {
            for (; !enough.IsCancellationRequested; registered++)
            {
                (await server.Registry.RegisterAsync("a", $$"""{"type":"fixed","name":"F","size":{{registered + 1}}}""")).Ok();
                (await server.Registry.RegisterAsync("j", $$"""{"maximum":{{registered}}}""", "JSON")).Ok();
                await Task.Delay(50);
            }
        });
        var rates = await prometheus.QueryUntilAsync(
            "sum(rate(schema_registry_schemas_registered_total[1m])) by (format)", static rates => rates.GetValueOrDefault("avro") > 0 && rates.GetValueOrDefault("json") > 0);
        await enough.CancelAsync();
        await load;

        Assert.Equal(["avro", "json", "protobuf"], rates.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(0, rates["protobuf"]);
        await prometheus.QueryUntilAsync("schema_registry_schemas_registered_total > 0", counts => counts.Values.SequenceEqual([registered, registered]));

        await prometheus.QueryUntilAsync("up", static up => up.Values.SequenceEqual([1.0]));
        Assert.All((await prometheus.QueryUntilAsync("scrape_samples_scraped", static count => count.Count > 0)).Values, static count => Assert.True(count > 0));
        await prometheus.QueryUntilAsync("scrape_samples_scraped == scrape_samples_post_metric_relabeling", static same => same.Count == 1);
        var target = await prometheus.TargetAsync();
        Assert.Equal(("up", ""), (target.GetProperty("health").GetString(), target.GetProperty("lastError").GetString()));
    }

    [Fact]
    public async Task Exemplar_OfATracedRequest_IsAnsweredWithItsTrace()
    {
        using var folder = new TemporaryFolder();
        await using var server = await RegistryProcess.StartAsync(folder.Path, environment: null, "--urls", "http://127.0.0.1:0");
        await using var prometheus = new PrometheusServer(server.Address);
        var trace = ActivityTraceId.CreateRandom().ToHexString();
        using var http = new HttpClient { BaseAddress = server.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/subjects/a/versions") { Content = JsonContent.Create(new { schema = "\"string\"" }) };
        request.Headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom().ToHexString()}-01");
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();

        Assert.All(await prometheus.TracesAsync("schema_registry_schemas_registered_total"), found => Assert.Equal(trace, found));
        Assert.All(await prometheus.TracesAsync("schema_registry_schema_size_bytes_bucket"), found => Assert.Equal(trace, found));
    }

    // Prometheus always prefers OpenMetrics, so that something has to stand between for it to read the older format.
    [Fact]
    public async Task PrometheusText_IsIngestedLikeOpenMetrics()
    {
        using var folder = new TemporaryFolder();
        await using var server = await RegistryProcess.StartAsync(folder.Path, environment: null, "--urls", "http://127.0.0.1:0");
        (await server.Registry.RegisterAsync("a", "\"string\"")).Ok();
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        await using var between = builder.Build();
        using var http = new HttpClient { BaseAddress = server.Address, DefaultRequestHeaders = { { "Accept", "text/plain;version=0.0.4" } } };
        between.MapGet("/metrics", async () =>
        {
            using var scraped = await http.GetAsync("/metrics");
            return Results.Content(await scraped.Content.ReadAsStringAsync(), scraped.Content.Headers.ContentType!.ToString());
        });
        await between.StartAsync();
        await using var ofText = new PrometheusServer(new Uri(between.Urls.Single()));
        await using var ofOpenMetrics = new PrometheusServer(server.Address);

        foreach (var prometheus in (PrometheusServer[])[ofText, ofOpenMetrics])
        {
            var counts = await prometheus.QueryUntilAsync("sum(schema_registry_schemas_registered_total) by (format)", static counts => counts.Count > 0);
            Assert.Equal((1, 0, 0), (counts["avro"], counts["json"], counts["protobuf"]));
            var buckets = await prometheus.QueryUntilAsync("sum(schema_registry_schema_size_bytes_bucket) by (le)", static buckets => buckets.Count > 0);
            Assert.Equal(8, buckets.Count);
            await prometheus.QueryUntilAsync("scrape_samples_scraped > 0 and scrape_samples_scraped == scrape_samples_post_metric_relabeling", static same => same.Count == 1);
            Assert.Equal(("up", ""), ((await prometheus.TargetAsync()).GetProperty("health").GetString(), (await prometheus.TargetAsync()).GetProperty("lastError").GetString()));
        }
    }
}
