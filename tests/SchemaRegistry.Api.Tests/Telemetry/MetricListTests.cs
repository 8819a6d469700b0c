using System.Net;
using Instrumentation.TestTools;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Telemetry;

/// <summary>The metrics of HTTP, of what the registry does, of its cache and of its database, each with the request that moves it.</summary>
public sealed class MetricListTests
{
    private const string Subject = "list";

    // In this order: later requests build on what earlier ones registered.
    private static readonly MetricRow[] s_rows =
    [
        new("schema_registry_schemas_registered_total", Register),
        new("schema_registry_schemas_active_total", Register),
        new("schema_registry_schema_versions_total", Register),
        new("schema_registry_schema_size_bytes", Register),
        new("schema_registry_validation_duration_seconds", Register),
        new("schema_registry_validations_total", Register),
        new("kafka_schema_registry_registered_count", Register),
        new("kafka_schema_registry_schemas_created", Register),
        new("schema_registry_validation_errors_total", RegisterNonsense),
        new("schema_registry_document_validations_total", ValidateDocument),
        new("schema_registry_compatibility_checks_total", CheckCompatibility),
        new("schema_registry_compatibility_check_duration_seconds", CheckCompatibility),
        new("schema_registry_compatibility_violations_total", CheckCompatibility),
        new("schema_registry_schemas_deprecated_total", Deprecate),
        new("schema_registry_schemas_deleted_total", Delete),
        new("kafka_schema_registry_deleted_count", Delete),
        new("kafka_schema_registry_schemas_deleted", Delete),
        new("schema_registry_http_requests_total", List),
        new("schema_registry_http_request_duration_seconds", List),
        new("schema_registry_http_request_size_bytes", Register),
        new("schema_registry_http_response_size_bytes", List),
        new("kafka_schema_registry_api_success_count", List),
        new("kafka_schema_registry_jersey_metrics_request_total", List),
        new("kafka_schema_registry_jersey_metrics_request_latency_seconds", List),
        new("kafka_schema_registry_api_failure_count", GetNobody),
        new("kafka_schema_registry_jersey_metrics_request_error_total", GetNobody),
        new("schema_registry_cache_operations_total", ReadTwice),
        new("schema_registry_cache_size_bytes", ReadTwice),
        new("schema_registry_cache_items_total", ReadTwice),
        new("schema_registry_cache_evictions_total", ChangeConfig),
        new("schema_registry_db_queries_total", List),
        new("schema_registry_db_query_duration_seconds", List),
        new("schema_registry_db_pool_wait_duration_seconds", List),
        new("schema_registry_db_errors_total", GetFromABrokenTable),
        new("schema_registry_db_connections_active", RegisterBesideAWriter),

        // What a scrape finds after the requests above: itself in flight, this one server, the connections it has, and that it found something in memory.
        MetricRow.Present("schema_registry_http_requests_in_flight"),
        MetricRow.Present("schema_registry_cache_hit_rate"),
        MetricRow.Present("schema_registry_db_connections_idle"),
        MetricRow.Present("schema_registry_db_connections_max"),
        MetricRow.Present("kafka_schema_registry_master_slave_role"),
        MetricRow.Present("kafka_schema_registry_node_count"),
    ];

    private static readonly string[] s_families = ["schema_registry_http_", "schema_registry_schema", "schema_registry_validation", "schema_registry_document",
        "schema_registry_compatibility_", "schema_registry_cache_", "schema_registry_db_", "kafka_schema_registry_"];

    [Fact]
    [Trait("Telemetry", "Exact")]
    public async Task EachMetric_AfterItsRequest_HasMoved()
    {
        using var folder = new TemporaryFolder();
        await using var server = await RegistryProcess.StartAsync(folder.Path, environment: null, "--urls", "http://127.0.0.1:0");
        var visit = new MetricVisit(server.Registry, Path.Combine(folder.Path, "data", "registry.db"));

        foreach (var row in s_rows)
        {
            var before = Value(await Scrape.FamiliesAsync(server.Registry), row.Metric);
            var during = await row.Request(visit);
            var after = Value(during ?? await Scrape.FamiliesAsync(server.Registry), row.Metric);
            Assert.True(row.IsMoved(before, after), $"{row.Metric} is {after} after {row.Request.Method.Name}, and was {before}.");
        }
    }

    [Fact]
    public async Task EachMetric_OnTheScrape_IsInTheListAndInTheManual()
    {
        using var folder = new TemporaryFolder();
        await using var server = await RegistryProcess.StartAsync(folder.Path, environment: null, "--urls", "http://127.0.0.1:0");
        await Traffic.SendAsync(server.Registry);
        var manual = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "registry.md"));

        var scraped = (await Scrape.FamiliesAsync(server.Registry)).Keys.Where(static name => s_families.Any(family => name.StartsWith(family, StringComparison.Ordinal)));

        var listed = s_rows.Select(static row => row.Metric).Order(StringComparer.Ordinal).ToList();
        Assert.Empty(scraped.Except(listed, StringComparer.Ordinal));
        Assert.All(listed, metric => Assert.Contains($"`{metric}`", manual, StringComparison.Ordinal));
    }

    // A histogram is moved where its count is; the labels do not matter here.
    private static double Value(IReadOnlyDictionary<string, ParsedFamily> families, string metric) => families.TryGetValue(metric, out var family) ? family.Total() : 0;

    private static async Task<IReadOnlyDictionary<string, ParsedFamily>?> Register(MetricVisit visit)
    {
        (await visit.Registry.RegisterAsync(Subject, visit.NextSchema(), "JSON")).Ok();
        return null;
    }

    private static async Task<IReadOnlyDictionary<string, ParsedFamily>?> RegisterNonsense(MetricVisit visit)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visit.Registry.RegisterAsync(Subject, "{", "JSON")).Status);
        return null;
    }

    private static async Task<IReadOnlyDictionary<string, ParsedFamily>?> ValidateDocument(MetricVisit visit)
    {
        Assert.False((await visit.Registry.PostAsync($"/api/v1/validate/{await visit.AnyIdAsync()}", "[]")).Ok().GetProperty("is_valid").GetBoolean());
        return null;
    }

    private static async Task<IReadOnlyDictionary<string, ParsedFamily>?> CheckCompatibility(MetricVisit visit)
    {
        var answer = await visit.Registry.PostAsync($"/compatibility/subjects/{Subject}/versions/latest", RegistryClient.Body("""{"type":"array"}""", "JSON"));
        Assert.False(answer.Ok().GetProperty("is_compatible").GetBoolean());
        return null;
    }

    private static async Task<IReadOnlyDictionary<string, ParsedFamily>?> Deprecate(MetricVisit visit)
    {
        (await visit.Registry.PutAsync($"/api/v1/schemas/{await visit.AnyIdAsync()}", """{"state":"DEPRECATED"}""")).Ok();
        return null;
    }

    private static async Task<IReadOnlyDictionary<string, ParsedFamily>?> Delete(MetricVisit visit)
    {
        var versions = (await visit.Registry.GetAsync($"/subjects/{Subject}/versions")).Ok();
        (await visit.Registry.DeleteAsync($"/subjects/{Subject}/versions/{versions[0]}")).Ok();
        return null;
    }

    private static async Task<IReadOnlyDictionary<string, ParsedFamily>?> List(MetricVisit visit)
    {
        (await visit.Registry.GetAsync("/subjects")).Ok();
        return null;
    }

    private static async Task<IReadOnlyDictionary<string, ParsedFamily>?> ReadTwice(MetricVisit visit)
    {
        var id = (await visit.Registry.RegisterAsync(Subject, visit.NextSchema(), "JSON")).Ok().GetProperty("id");
        (await visit.Registry.GetAsync($"/schemas/ids/{id}")).Ok();
        (await visit.Registry.GetAsync($"/schemas/ids/{id}")).Ok();
        return null;
    }

    private static async Task<IReadOnlyDictionary<string, ParsedFamily>?> ChangeConfig(MetricVisit visit)
    {
        (await visit.Registry.PutAsync($"/config/{Subject}", """{"compatibility":"BACKWARD"}""")).Ok();
        (await visit.Registry.GetAsync($"/config/{Subject}")).Ok();
        (await visit.Registry.PutAsync($"/config/{Subject}", """{"compatibility":"BACKWARD"}""")).Ok();
        return null;
    }

    private static async Task<IReadOnlyDictionary<string, ParsedFamily>?> GetNobody(MetricVisit visit)
    {
        Assert.Equal(HttpStatusCode.NotFound, (await visit.Registry.GetAsync("/subjects/nobody/versions")).Status);
        return null;
    }

    private static async Task<IReadOnlyDictionary<string, ParsedFamily>?> GetFromABrokenTable(MetricVisit visit)
    {
        await visit.RunSqlAsync("ALTER TABLE notes RENAME TO lost_notes");
        Assert.True((await visit.Registry.GetAsync("/api/v1/schemas")).Status >= HttpStatusCode.InternalServerError);
        await visit.RunSqlAsync("ALTER TABLE lost_notes RENAME TO notes");
        (await visit.Registry.GetAsync("/api/v1/schemas")).Ok();
        return null;
    }

    // While somebody else holds the file, a registration waits with a connection in its hand.
    private static async Task<IReadOnlyDictionary<string, ParsedFamily>?> RegisterBesideAWriter(MetricVisit visit)
    {
        await using var other = await visit.ConnectAsync();
        await MetricVisit.RunSqlAsync(other, "BEGIN IMMEDIATE");
        var registration = visit.Registry.RegisterAsync(Subject, visit.NextSchema(), "JSON");
        var during = await Deadline.PollAsync(
            async _ =>
            {
                var families = await Scrape.FamiliesAsync(visit.Registry);
                return Value(families, "schema_registry_db_connections_active") > 0 ? families : null;
            },
            static () => "No connection is active while a registration waits.");
        await MetricVisit.RunSqlAsync(other, "ROLLBACK");
        await registration;
        return during;
    }
}
