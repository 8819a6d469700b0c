using System.Text.Json;
using Instrumentation.TestTools.Otlp;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Telemetry;

/// <summary>One request to the registry, as a process of its own, in all that it tells of it.</summary>
public sealed class FollowedRequestTests
{
    private const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    private const string Caller = "00f067aa0ba902b7";

    [Fact]
    [Trait("Telemetry", "Exact")]
    public async Task Request_IsTheSameInHeaderLineSpanAndRecord()
    {
        using var folder = new TemporaryFolder();
        await using var receiver = await OtlpReceiver.StartAsync();
        var environment = new Dictionary<string, string>
        {
            ["OTLP_ENDPOINT"] = receiver.Address.ToString(),
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "10",
            ["OTEL_BLRP_SCHEDULE_DELAY"] = "10",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "10",
            ["ENVIRONMENT"] = "staging",

            // The registry writes no line about a successful read at the level that it has by default.
            ["LOG_LEVEL"] = "debug",
        };
        await using var server = await RegistryProcess.StartAsync(folder.Path, environment, "--urls", "http://127.0.0.1:0");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/subjects");
        request.Headers.Add("traceparent", $"00-{Trace}-{Caller}-01");
        request.Headers.Add("x-correlation-id", "the-id");
        request.Headers.Add("x-request-id", "the-request");

        Assert.Equal("the-id", (await server.Registry.SendAsync(request)).CorrelationId);

        await receiver.WaitUntilAsync(static receiver =>
            Spans(receiver).Any(static span => span.Hex(4) == Caller) && Records(receiver).Any(static record => record.Hex(9) == Trace) && Metrics(receiver).Any());
        var spans = Spans(receiver);
        var root = Assert.Single(spans, static span => span.Hex(4) == Caller);
        Assert.Equal("GET /subjects", root.Text(5));

        // What the registry's own methods do is below it.
        Assert.Contains(spans, span => span.Hex(1) == Trace && span.Hex(4) == root.Hex(2) && span.Text(5) == "SubjectService.ListAsync");
        var record = Assert.Single(Records(receiver), static record => record.Hex(9) == Trace);
        Assert.Equal((root.Hex(2), "the-id", "the-request"), (record.Hex(10), record.Attributes(6)["correlation_id"], record.Attributes(6)["request_id"]));
        Assert.Equal("staging", receiver.Received("/v1/traces")[0].All(1, 1).Single().Attributes(1)["deployment.environment"]);

        await server.WaitForLineAsync("\"the-id\"");
        var line = JsonElement.Parse(server.Lines.Single(static line => line.Contains("\"the-id\"", StringComparison.Ordinal)));
        Assert.Equal(
            ("the-id", "the-request", Trace, root.Hex(2)),
            (line.GetProperty("correlation_id").GetString(), line.GetProperty("request_id").GetString(), line.GetProperty("trace_id").GetString(), line.GetProperty("span_id").GetString()));
    }

    private static IReadOnlyList<ProtoMessage> Spans(OtlpReceiver receiver) => [.. receiver.Received("/v1/traces").SelectMany(static message => message.All(1, 2, 2))];

    private static IReadOnlyList<ProtoMessage> Records(OtlpReceiver receiver) => [.. receiver.Received("/v1/logs").SelectMany(static message => message.All(1, 2, 2))];

    // The histogram of requests, once this one is in it.
    private static IEnumerable<ProtoMessage> Metrics(OtlpReceiver receiver) => receiver.Received("/v1/metrics").SelectMany(static message => message.All(1, 2, 2))
        .Where(static metric => metric.Text(1) == "schema_registry_http_request_duration_seconds")
        .SelectMany(static metric => metric.All(9, 1))
        .Where(static point => point.Attributes(9)["path"] == "/subjects");
}
