using Instrumentation;

namespace SchemaRegistry.Api.Telemetry;

/// <summary>Measures the Confluent API under the names that dashboards for Confluent's server ask for. Outside of what writes errors, so that it sees the status.</summary>
internal sealed class ConfluentMetricsMiddleware(RequestDelegate next)
{
    private const string Prefix = "kafka_schema_registry_";
    private const string Endpoint = Prefix + "jersey_metrics_request_";

    public Task InvokeAsync(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<ConfluentOperationMetadata>() is { } metadata
            ? CallAsync(metadata.Operation, context)
            : next(context);

    // The two counts are gauges because they are gauges in Confluent's server, and their names do not end as those of counters must.
#pragma warning disable INS4002 // They only go up, as there.
    [MetricCounter(Endpoint + "total", Description = "Requests to the Confluent API.", Tags = ["endpoint"])]
    [MetricHistogram(Endpoint + "latency_seconds", Description = "Time of requests to the Confluent API.", Tags = ["endpoint"])]
    [MetricCounter(Endpoint + "error_total", Description = "Requests to the Confluent API that were answered with an error.", When = ~Outcomes.Success, Tags = ["endpoint"])]
    [MetricUpDownCounter(Prefix + "api_success_count", Description = "Requests to the Confluent API that succeeded.", When = Outcomes.Success, Tags = [])]
    [MetricUpDownCounter(Prefix + "api_failure_count", Description = "Requests to the Confluent API that failed.", When = ~Outcomes.Success, Tags = [])]
#pragma warning restore INS4002
    [Tag("endpoint", From = "operation")]
    [FailureWhen("context.Response.StatusCode >= 400")]
    internal Task CallAsync(ConfluentOperation operation, HttpContext context) => next(context);
}
