using Instrumentation.TestTools;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Telemetry;

/// <summary>The registry's own metrics, seen from outside a process of its own: nothing else records there.</summary>
public sealed class MetricsTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private RegistryProcess _server = null!;

    public async Task InitializeAsync() => _server = await RegistryProcess.StartAsync(_folder.Path, environment: null, "--urls", "http://127.0.0.1:0");

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task SchemasRegistered_CountsNewVersionsByFormat()
    {
        await Traffic.SendAsync(_server.Registry);
        var family = await FamilyAsync("schema_registry_schemas_registered_total", "counter", "format", "state");

        Assert.Equal(1, family.Total(("format", "avro"), ("state", "active")));
        Assert.Equal(1, family.Total(("format", "json"), ("state", "active")));
        (await _server.Registry.RegisterAsync("another", Traffic.Json, "JSON")).Ok();
        (await _server.Registry.RegisterAsync("another", Traffic.Json, "JSON")).Ok();
        Assert.Equal(2, (await FamilyAsync(family.Name, "counter", "format", "state")).Total(("format", "json")));
    }

    [Fact]
    public async Task Validations_CountByFormatAndResult()
    {
        await Traffic.SendAsync(_server.Registry);
        var family = await FamilyAsync("schema_registry_validations_total", "counter", "format", "result");

        Assert.Equal(2, family.Total(("format", "avro"), ("result", "success")));
        Assert.Equal(1, family.Total(("format", "avro"), ("result", "failure")));
        Assert.Equal(2, family.Total(("format", "json"), ("result", "success")));
        Assert.Equal(1, family.Total(("format", "json"), ("result", "failure")));
        Assert.Equal(0, family.Total(("format", "protobuf")));
    }

    [Fact]
    public async Task SchemaSize_IsTheSizeOfTheTexts()
    {
        await Traffic.SendAsync(_server.Registry);
        var family = await FamilyAsync("schema_registry_schema_size_bytes", "histogram", "format", "le");

        Assert.Equal(Traffic.Avro.Length, Sum(family, "avro"));
        Assert.Equal(2 * Traffic.Json.Length, Sum(family, "json"));
        Assert.Equal(
            ["100", "500", "1000", "5000", "10000", "50000", "100000", "+Inf"],
            family.Samples.Where(static sample => sample.Labels.ContainsKey("le")).Select(static sample => sample.Labels["le"]).Distinct());
    }

    [Fact]
    public async Task DbQueryDuration_CountsEachQuery()
    {
        await Traffic.SendAsync(_server.Registry);
        var family = await FamilyAsync("schema_registry_db_query_duration_seconds", "histogram", "operation", "query", "le");

        string[] selects =
            ["probe", "config", "schema_by_id", "versions_by_schema", "subject_exists", "subjects", "versions", "version_by_number", "latest_version", "version_by_identity"];
        Assert.All(selects, query => Assert.True(family.Total(("query", query), ("operation", "select")) >= 1, query));
        Assert.Equal(2, family.Total(("query", "add_version"), ("operation", "insert")));
        Assert.Equal(1, family.Total(("query", "set_config"), ("operation", "update")));
        Assert.Equal(1, family.Total(("query", "remove_config"), ("operation", "delete")));
        Assert.True(family.Samples.Single(static sample => sample.Name.EndsWith("_sum", StringComparison.Ordinal) && sample.Labels["query"] == "add_version").Value > 0);
    }

    [Fact]
    public async Task Cache_CountsWhatItKnewAndWhatItHolds()
    {
        (await _server.Registry.RegisterAsync("cached", "\"int\"")).Ok();
        var before = (await FamilyAsync("schema_registry_cache_operations_total", "counter", "operation", "tier", "result")).Total(("operation", "get"), ("tier", "L1"), ("result", "hit"));
        (await _server.Registry.GetAsync("/schemas/ids/1")).Ok();
        var items = (await FamilyAsync("schema_registry_cache_items_total", "gauge", "tier")).Total(("tier", "L1"));
        (await _server.Registry.GetAsync("/schemas/ids/1")).Ok();
        (await _server.Registry.RegisterAsync("cached", "\"long\"")).Ok();

        var operations = await FamilyAsync("schema_registry_cache_operations_total", "counter", "operation", "tier", "result");
        Assert.True(operations.Total(("operation", "get"), ("tier", "L1"), ("result", "hit")) > before);
        Assert.True(operations.Total(("operation", "get"), ("tier", "L1"), ("result", "miss")) > 0);
        Assert.Equal(1, operations.Total(("operation", "set"), ("tier", "parsed"), ("result", "stored")));
        Assert.True(items >= 1);
        Assert.True((await FamilyAsync("schema_registry_cache_size_bytes", "gauge", "tier")).Total(("tier", "L1")) > 0);
        Assert.InRange((await FamilyAsync("schema_registry_cache_hit_rate", "gauge", "tier")).Total(("tier", "L1")), 0.01, 0.99);
        (await _server.Registry.DeleteAsync("/subjects/cached")).Ok();
        (await _server.Registry.DeleteAsync("/subjects/cached?permanent=true")).Ok();

        var evictions = await FamilyAsync("schema_registry_cache_evictions_total", "counter", "tier", "reason");
        Assert.True(evictions.Total(("tier", "L1"), ("reason", "invalidated")) >= 1);
        Assert.Equal(0, evictions.Total(("reason", "capacity")));
    }

    [Fact]
    public async Task CallDuration_CountsTheServicesByOutcome()
    {
        await Traffic.SendAsync(_server.Registry);
        var family = await FamilyAsync("call_duration_seconds", "histogram", "assembly", "method", "outcome", "type", "le");

        Assert.Equal(3, family.Total(("type", "RegistrationService"), ("method", "RegisterAsync"), ("outcome", "success")));
        Assert.Equal(2, family.Total(("type", "RegistrationService"), ("method", "RegisterAsync"), ("outcome", "failure")));
        Assert.Equal(1, family.Total(("type", "SubjectService"), ("method", "LookUpAsync"), ("outcome", "success")));
        Assert.Equal(1, family.Total(("type", "SubjectService"), ("method", "GetVersionAsync"), ("outcome", "failure")));
        Assert.All((string[])["SchemaService", "SubjectService", "SchemaReader", "ConfigService"], type => Assert.True(family.Total(("type", type)) >= 1, type));
    }

    [Fact]
    [Trait("Telemetry", "Exact")]
    public async Task Labels_UnderManySubjects_StayAFewKnownWords()
    {
        await Traffic.SendAsync(_server.Registry);

        // A scrape is a request too, and has series once it is finished, which may be after its answer has come.
        var before = await Deadline.PollAsync(
            async _ => await Scrape.FamiliesAsync(_server.Registry) is var families && families["schema_registry_http_requests_total"].Total(("path", "/metrics")) > 0 ? families : null,
            static () => "No scrape was counted.");
        for (var i = 0; i < 30; i++)
        {
            (await _server.Registry.RegisterAsync($"subject-{i}", $$"""{"type":"fixed","name":"F{{i}}","size":{{i + 1}}}""")).Ok();
            (await _server.Registry.GetAsync($"/subjects/subject-{i}/versions/1")).Ok();
            (await _server.Registry.GetAsync($"/schemas/ids/{i + 1}")).Ok();
        }

        var after = await Scrape.FamiliesAsync(_server.Registry);
        Assert.Equal(Series(before), Series(after));
        var labels = Own(after).SelectMany(static sample => sample.Labels).Where(static label => label.Key != "le").Distinct().ToList();
        Assert.All(labels.Where(static label => label.Key is not ("path" or "status")), static label => Assert.Matches("^([A-Za-z_.-]+|L1)$", label.Value));
        Assert.All(labels.Where(static label => label.Key == "path"), static label => Assert.Matches(@"^(\(unmatched\)|/|(/\w+|/\{[a-zA-Z*]+(:\w+)?\})+)$", label.Value));
        Assert.All(labels.Where(static label => label.Key == "status"), static label => Assert.Matches("^([1-5][0-9][0-9]|other)$", label.Value));
    }

    private static IEnumerable<string> Series(IReadOnlyDictionary<string, ParsedFamily> families) =>
        Own(families).Select(static sample => $"{sample.Name} {sample.Series}").Distinct().Order(StringComparer.Ordinal);

    // What other meters measure is not the registry's: the framework's status codes, routes and versions. The load of the machine is known from the second look on, some time after the first.
    private static IEnumerable<ParsedSample> Own(IReadOnlyDictionary<string, ParsedFamily> families) =>
        families.Values.SelectMany(static family => family.Samples).Where(static sample => sample.Name is not ("target_info" or "schema_registry_cpu_usage_percent") && !sample.Labels.ContainsKey("otel_scope_name"));

    private static double Sum(ParsedFamily family, string format) =>
        family.Samples.Single(sample => sample.Name == family.Name + "_sum" && sample.Labels["format"] == format).Value;

    private async Task<ParsedFamily> FamilyAsync(string name, string type, params string[] labels)
    {
        var family = (await Scrape.FamiliesAsync(_server.Registry))[name];
        Assert.Equal(type, family.Type);
        Assert.NotEqual("", family.Help);
        Assert.Equal(labels.Order(StringComparer.Ordinal), family.Samples.SelectMany(static sample => sample.Labels.Keys).Distinct().Order(StringComparer.Ordinal));
        return family;
    }
}
