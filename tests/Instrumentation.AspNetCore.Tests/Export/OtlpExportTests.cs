using Instrumentation.AspNetCore.Tests.Infrastructure;
using Instrumentation.OpenTelemetry.Export;
using Instrumentation.TestTools.Otlp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Trace;

namespace Instrumentation.AspNetCore.Tests.Export;

/// <summary>What a collector gets, and what the service notices of one that fails: nothing.</summary>
[Collection(ExportCollection.Name)]
public sealed class OtlpExportTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";
    private const string Caller = "b7ad6b7169203331";
    private const string Traces = "/v1/traces";
    private const string Metrics = "/v1/metrics";
    private const string Logs = "/v1/logs";

    [Theory]
    [InlineData(HttpProtocols.Http1, "http/protobuf", Traces, Metrics, Logs)]
    [InlineData(
        HttpProtocols.Http2,
        "grpc",
        "/opentelemetry.proto.collector.trace.v1.TraceService/Export",
        "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export",
        "/opentelemetry.proto.collector.logs.v1.LogsService/Export")]
    public async Task Request_IsFollowedFromItsCallerToTheNextService(HttpProtocols protocols, string protocol, string traces, string metrics, string logs)
    {
        await using var receiver = await OtlpReceiver.StartAsync(protocols);
        await using (var app = await StartAsync(receiver, protocol))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/first/7");
            request.Headers.Add("traceparent", $"00-{Trace}-{Caller}-01");
            request.Headers.Add("x-correlation-id", "the-id");
            request.Headers.Add("x-user-id", "ann");
            using var answer = await app.Http.SendAsync(request);

            Assert.Equal("the-id", Assert.Single(answer.Headers.GetValues("x-correlation-id")));
            var sent = (await answer.Content.ReadAsStringAsync()).Split(' ');
            Assert.Equal((Trace, "the-id"), (sent[0].Split('-')[1], sent[1]));
            await app.StopAsync();
        }

        var spans = receiver.Received(traces).SelectMany(static message => message.All(1, 2, 2)).Where(static span => span.Hex(1) == Trace).ToList();
        var first = Assert.Single(spans, static span => span.Hex(4) == Caller);
        var client = Assert.Single(spans, span => span.Hex(4) == first.Hex(2));
        var next = Assert.Single(spans, span => span.Hex(4) == client.Hex(2));
        Assert.Equal(("GET /first/{id}", "GET /next"), (first.Text(5), next.Text(5)));
        Assert.Equal((2UL, 3UL, 2UL), (first.Number(6), client.Number(6), next.Number(6)));
        Assert.All((ProtoMessage[])[first, next], static span => Assert.Equal("the-id", span.Attributes(9)["correlation_id"]));
        Assert.Equal(("/first/{id}", "GET", "200"), (first.Attributes(9)["http.route"], first.Attributes(9)["http.request.method"], first.Attributes(9)["http.response.status_code"]));

        var record = Assert.Single(receiver.Received(logs).SelectMany(static message => message.All(1, 2, 2)), static record => record.All(5).Single().Text(1) == "Handling 7");
        Assert.Equal((Trace, first.Hex(2)), (record.Hex(9), record.Hex(10)));
        Assert.Equal(("the-id", "ann", "7"), (record.Attributes(6)["correlation_id"], record.Attributes(6)["user_id"], record.Attributes(6)["Id"]));

        var counter = Assert.Single(receiver.Received(metrics)[^1].All(1, 2, 2), metric => metric.Text(1) == Prefix(protocol) + "_http_requests_total");
        var point = Assert.Single(counter.All(7, 1), static point => point.Attributes(7)["path"] == "/first/{id}");
        Assert.Equal((1, "GET", "200"), (point.Double(4), point.Attributes(7)["method"], point.Attributes(7)["status"]));

        foreach (var path in (string[])[traces, metrics, logs])
        {
            var resource = receiver.Received(path)[0].All(1, 1).Single().Attributes(1);
            Assert.Equal(("followed", "staging", "staging", "3"), (resource["service.name"], resource["deployment.environment.name"], resource["deployment.environment"], resource["shard"]));
            Assert.Equal("opentelemetry", resource["telemetry.sdk.name"]);
        }
    }

    [Theory]
    [InlineData("Production", null, 0.1)]
    [InlineData("production", "0.25", 0.25)]
    [InlineData("staging", null, 1.0)]
    [InlineData(null, null, 0.1)]
    public void SamplingRate_ByDefault_IsATenthInProduction(string? environment, string? rate, double expected)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["ENVIRONMENT"] = environment, ["TRACE_SAMPLING_RATE"] = rate }).Build();

        Assert.Equal(expected, ExportSettings.Read(configuration, "production").SamplingRate);
    }

    [Theory]
    [InlineData("http://c:4317", null, "http://c:4317/", "http://c:4317/")]
    [InlineData("http://c:4318", null, "http://c:4318/v1/traces", "http://c:4318/v1/logs")]
    [InlineData("https://c/otlp/", "http/protobuf", "https://c/otlp/v1/traces", "https://c/otlp/v1/logs")]
    public void Endpoint_OfASignal_IsAsTheSpecificationHasIt(string endpoint, string? protocol, string traces, string logs)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["OTLP_ENDPOINT"] = endpoint,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = protocol,
            ["OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"] = "http://m:4318/mine",
        }).Build();

        var settings = ExportSettings.Read(configuration, "production");

        Assert.Equal((traces, "http://m:4318/mine", logs), (settings.Traces!.Endpoint.ToString(), settings.Metrics!.Endpoint.ToString(), settings.Logs!.Endpoint.ToString()));
    }

    [Theory]
    [InlineData("OTEL_TRACES_SAMPLER", "always_off", 0)]
    [InlineData("TRACE_SAMPLING_RATE", "1", 20)]
    [InlineData("TRACE_SAMPLING_RATE", "0", 0)]
    public async Task Sampling_Set_WinsOverTheDefault(string name, string value, int expected)
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await using (var app = await StartAsync(receiver, settings: new() { ["ENVIRONMENT"] = "production", [name] = value, ["OTEL_METRICS_EXPORTER"] = "none" }))
        {
            for (var i = 0; i < 20; i++)
            {
                (await app.Http.GetAsync("/next")).Dispose();
            }

            await app.StopAsync();
        }

        Assert.Equal(expected, receiver.Received(Traces).SelectMany(static message => message.All(1, 2, 2)).Count(static span => span.Text(5) == "GET /next"));
    }

    // Trace ids are random, so the bounds are six standard deviations away: one run in five hundred million is outside.
    [Fact]
    public async Task Production_ByDefault_ExportsATenthOfTheTraces()
    {
        const int Requests = 3_000;
        const int Noise = 100;
        await using var receiver = await OtlpReceiver.StartAsync();
        await using (var app = await StartAsync(receiver, settings: new()
        {
            ["ENVIRONMENT"] = "production",
            ["OTEL_METRICS_EXPORTER"] = "none",
            ["OTEL_LOGS_EXPORTER"] = "none",
        }))
        {
            for (var i = 0; i < Requests; i++)
            {
                (await app.Http.GetAsync("/next")).Dispose();
            }

            await app.StopAsync();
        }

        var spans = receiver.Received(Traces).SelectMany(static message => message.All(1, 2, 2)).Where(static span => span.Text(5) == "GET /next").ToList();
        Assert.InRange(spans.Count, (Requests / 10) - Noise, (Requests / 10) + Noise);
        Assert.Equal(spans.Count, spans.Select(static span => span.Hex(1)).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Sampler_OfOpenTelemetry_WinsOverTheRate()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await using (var app = await StartAsync(receiver, settings: new() { ["TRACE_SAMPLING_RATE"] = "0", ["OTEL_TRACES_SAMPLER"] = "always_on" }))
        {
            (await app.Http.GetAsync("/next")).Dispose();
            await app.StopAsync();
        }

        Assert.Contains(receiver.Received(Traces).SelectMany(static message => message.All(1, 2, 2)), static span => span.Text(5) == "GET /next");
    }

    [Fact]
    public async Task Endpoint_OfOpenTelemetry_WinsOverTheShortOne()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await using (var app = await StartAsync(receiver, settings: new() { ["OTLP_ENDPOINT"] = "http://127.0.0.1:1" }))
        {
            (await app.Http.GetAsync("/next")).Dispose();
            await app.StopAsync();
        }

        Assert.NotEmpty(receiver.Received(Traces));
        Assert.NotEmpty(receiver.Received(Metrics));
        Assert.NotEmpty(receiver.Received(Logs));
    }

    [Theory]
    [InlineData(500, false)]
    [InlineData(200, true)]
    public async Task Receiver_BrokenOrDown_IsNotNoticed_AndDropsAreCounted(int status, bool isDown)
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        receiver.Status = status;
        var before = await DroppedAsync("export_failed");
        await using (var app = await StartAsync(receiver, settings: new() { ["OTEL_BSP_SCHEDULE_DELAY"] = "10", ["OTEL_EXPORTER_OTLP_TIMEOUT"] = "2000" }))
        {
            if (isDown)
            {
                await receiver.DisposeAsync();
            }

            for (var i = 0; i < 50; i++)
            {
                using var answer = await app.Http.GetAsync("/next");
                Assert.True(answer.IsSuccessStatusCode);
            }

            await app.StopAsync();
        }

        // Fifty spans of the server, as many of the test's own client, and a few of the receiver, which is in this process too.
        // Of log lines the server writes one for each request. Metrics are sent once, at the end.
        var after = await DroppedAsync("export_failed");
        Assert.InRange(after["traces"] - before["traces"], 100, 300);
        Assert.InRange(after["logs"] - before["logs"], 50, 300);
        Assert.InRange(after["metrics"] - before["metrics"], 1, 10);
    }

    // One batch of five is under way and ten wait, of a hundred log lines and two hundred spans: half of these are those of the test's own client.
    [Theory]
    [InlineData("traces", Traces, "BSP", 180, 200)]
    [InlineData("logs", Logs, "BLRP", 80, 100)]
    public async Task Receiver_Slow_FillsTheQueue_AndWhatDidNotFitIsCounted(string signal, string path, string queue, int least, int most)
    {
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var receiver = await OtlpReceiver.StartAsync();
        receiver.Delay = answer.Task;
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [$"OTEL_{queue}_SCHEDULE_DELAY"] = "1",
            [$"OTEL_{queue}_MAX_QUEUE_SIZE"] = "10",
            [$"OTEL_{queue}_MAX_EXPORT_BATCH_SIZE"] = "5",
        };
        foreach (var other in (string[])["traces", "metrics", "logs"])
        {
            settings[$"OTEL_{other.ToUpperInvariant()}_EXPORTER"] = other == signal ? "otlp" : "none";
        }

        var before = await DroppedAsync("queue_full");
        await using (var app = await StartAsync(receiver, settings: settings))
        {
            (await app.Http.GetAsync("/next")).Dispose();
            await receiver.WaitUntilAsync(receiver => receiver.Received(path).Count > 0);
            for (var i = 0; i < 100; i++)
            {
                using var response = await app.Http.GetAsync("/next");
                Assert.True(response.IsSuccessStatusCode);
            }

            Assert.InRange((await DroppedAsync("queue_full"))[signal] - before[signal], least, most);
            answer.SetResult();
            await app.StopAsync();
        }
    }

    [Fact]
    public async Task Endpoint_NotSet_ExportsNothing()
    {
        await using var app = await TestApp.StartAsync(static _ => { });

        Assert.Null(app.Services.GetService<TracerProvider>());
    }

    private static string Prefix(string protocol) => protocol == "grpc" ? "otlp_grpc" : "otlp_http";

    private static async Task<Dictionary<string, double>> DroppedAsync(string reason)
    {
        var dropped = (await TestApp.ScrapeAsync()).GetValueOrDefault("instrumentation_export_dropped_total");
        return new[] { "traces", "metrics", "logs" }.ToDictionary(static signal => signal, signal => dropped?.Total(("signal", signal), ("reason", reason)) ?? 0, StringComparer.Ordinal);
    }

    private static Task<TestApp> StartAsync(OtlpReceiver receiver, string protocol = "http/protobuf", Dictionary<string, string?>? settings = null) => TestApp.StartAsync(
        static app =>
        {
            app.MapGet("/next", static (Microsoft.AspNetCore.Http.HttpRequest request) => $"{request.Headers.TraceParent} {request.Headers["x-correlation-id"]}");
            app.MapGet("/first/{id}", static async (string id, IHttpClientFactory clients, Microsoft.AspNetCore.Http.HttpRequest request, ILogger<OtlpExportTests> logger) =>
            {
                logger.LogInformation("Handling {Id}", id);
                using var client = clients.CreateClient();
                return await client.GetStringAsync(new Uri($"http://{request.Host}/next"));
            });
        },
        options => options.Prefix = Prefix(protocol),
        settings: new Dictionary<string, string?>(settings ?? [], StringComparer.Ordinal)
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = receiver.Address.ToString(),
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = protocol,
            ["OTEL_SERVICE_NAME"] = "followed",
            ["OTEL_RESOURCE_ATTRIBUTES"] = "shard=3",
            ["ENVIRONMENT"] = settings?.GetValueOrDefault("ENVIRONMENT") ?? "staging",
        });
}
