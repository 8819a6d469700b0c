using Instrumentation.TestTools;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Telemetry;

/// <summary>The HTTP, business, cache and database metrics as the dashboards and alerts of the system that the registry stands in for know them: type, labels and buckets.</summary>
public sealed class MetricShapeTests
{
    private const string Seconds = "0.001 0.005 0.01 0.025 0.05 0.1 0.25 0.5 1 2.5 5";
    private const string Bytes = "100 1000 10000 100000 1000000 10000000";

    // That system's schema_versions_total has a subject too; no label here does.
    private static readonly (string Name, string Type, string Labels, string Buckets)[] s_metrics =
    [
        ("schema_registry_http_requests_total", "counter", "method path status", ""),
        ("schema_registry_http_request_duration_seconds", "histogram", "method path", Seconds + " 10"),
        ("schema_registry_http_requests_in_flight", "gauge", "method path", ""),
        ("schema_registry_http_request_size_bytes", "histogram", "method path", Bytes),
        ("schema_registry_http_response_size_bytes", "histogram", "method path", Bytes),
        ("schema_registry_schemas_registered_total", "counter", "format state", ""),
        ("schema_registry_schemas_active_total", "gauge", "format", ""),
        ("schema_registry_schemas_deprecated_total", "gauge", "format", ""),
        ("schema_registry_schemas_deleted_total", "gauge", "format", ""),
        ("schema_registry_schema_versions_total", "gauge", "", ""),
        ("schema_registry_schema_size_bytes", "histogram", "format", "100 500 1000 5000 10000 50000 100000"),
        ("schema_registry_validations_total", "counter", "format result", ""),
        ("schema_registry_validation_duration_seconds", "histogram", "format", "0.0001 0.0005 0.001 0.005 0.01 0.025 0.05 0.1 0.25 0.5"),
        ("schema_registry_validation_errors_total", "counter", "error_type format", ""),
        ("schema_registry_compatibility_checks_total", "counter", "mode result", ""),
        ("schema_registry_compatibility_check_duration_seconds", "histogram", "mode", "0.001 0.005 0.01 0.025 0.05 0.1 0.25 0.5 1"),
        ("schema_registry_compatibility_violations_total", "counter", "mode violation_type", ""),
        ("schema_registry_cache_operations_total", "counter", "operation result tier", ""),
        ("schema_registry_cache_hit_rate", "gauge", "tier", ""),
        ("schema_registry_cache_size_bytes", "gauge", "tier", ""),
        ("schema_registry_cache_items_total", "gauge", "tier", ""),
        ("schema_registry_cache_evictions_total", "counter", "reason tier", ""),
        ("schema_registry_db_connections_active", "gauge", "pool", ""),
        ("schema_registry_db_connections_idle", "gauge", "pool", ""),
        ("schema_registry_db_connections_max", "gauge", "pool", ""),
        ("schema_registry_db_queries_total", "counter", "operation query result", ""),
        ("schema_registry_db_query_duration_seconds", "histogram", "operation query", Seconds),
        ("schema_registry_db_pool_wait_duration_seconds", "histogram", "pool", "0.001 0.005 0.01 0.025 0.05 0.1 0.25 0.5 1"),
        ("schema_registry_db_errors_total", "counter", "error_type", ""),
    ];

    [Fact]
    [Trait("Telemetry", "Exact")]
    public async Task EachMetric_HasItsTypeLabelsAndBuckets()
    {
        using var folder = new TemporaryFolder();
        await using var server = await RegistryProcess.StartAsync(folder.Path, environment: null, "--urls", "http://127.0.0.1:0");
        await Traffic.SendAsync(server.Registry);
        (await server.Registry.PostAsync("/compatibility/subjects/traffic-json/versions/latest", RegistryClient.Body("""{"type":"array"}""", "JSON"))).Ok();

        // A request has series once it is finished, which may be after its answer has come.
        var families = await Deadline.PollAsync(
            async _ => await Scrape.FamiliesAsync(server.Registry) is var scraped && scraped.ContainsKey("schema_registry_http_requests_total") ? scraped : null,
            static () => "No request was counted.");

        Assert.Equal(s_metrics, s_metrics.Select(metric => Shape(metric.Name, families.GetValueOrDefault(metric.Name))));
    }

    private static (string Name, string Type, string Labels, string Buckets) Shape(string name, ParsedFamily? family)
    {
        var samples = family?.Samples ?? [];
        var labels = samples.SelectMany(static sample => sample.Labels.Keys).Where(static label => label != "le").Distinct().Order(StringComparer.Ordinal);
        var buckets = samples.Where(static sample => sample.Labels.ContainsKey("le")).Select(static sample => sample.Labels["le"]).Where(static bound => bound != "+Inf").Distinct();
        return (name, family?.Type ?? "none", string.Join(' ', labels), string.Join(' ', buckets));
    }
}
