using Instrumentation.TestTools;
using Microsoft.Data.Sqlite;
using SchemaRegistry.Api.Storage;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Telemetry;

/// <summary>The gauges of schemas are kept by the changes; here they are compared with what counting says.</summary>
public sealed class TotalsTests
{
    [Fact]
    public async Task Gauges_AfterEveryKindOfChange_AreWhatCountingSays()
    {
        using var folder = new TemporaryFolder();
        await using var server = await RegistryProcess.StartAsync(folder.Path, environment: null, "--urls", "http://127.0.0.1:0");
        var registry = server.Registry;
        var file = Path.Combine(folder.Path, "data", "registry.db");
        (await registry.PutAsync("/config", """{"compatibility":"NONE"}""")).Ok();
        for (var i = 0; i < 6; i++)
        {
            (await registry.RegisterAsync("avro", $$"""{"type":"fixed","name":"F","size":{{i + 1}}}""")).Ok();
            (await registry.RegisterAsync("json", $$"""{"maximum":{{i}}}""", "JSON")).Ok();
            (await registry.RegisterAsync("proto", $$"""syntax = "proto3"; message M{{i}} {}""", "PROTOBUF")).Ok();
        }

        await SameAsync(registry, file);
        var ids = (await registry.GetAsync("/api/v1/schemas?subject_prefix=json")).Ok().GetProperty("schemas").EnumerateArray().Select(static schema => schema.GetProperty("id").GetString()).ToList();
        (await registry.PutAsync($"/api/v1/schemas/{ids[0]}", """{"state":"DEPRECATED"}""")).Ok();
        (await registry.PutAsync($"/api/v1/schemas/{ids[1]}", """{"state":"DEPRECATED"}""")).Ok();
        (await registry.PutAsync($"/api/v1/schemas/{ids[1]}", """{"state":"ARCHIVED"}""")).Ok();
        (await registry.PostAsync("/api/v1/schemas", """{"subject":"draft","schema":{"minimum":1},"schema_type":"JSON"}""")).Created();
        await SameAsync(registry, file);
        (await registry.DeleteAsync("/subjects/json/versions/1")).Ok();
        (await registry.DeleteAsync("/subjects/json/versions/3")).Ok();
        (await registry.DeleteAsync("/subjects/avro")).Ok();
        await SameAsync(registry, file);
        (await registry.RegisterAsync("avro", """{"type":"fixed","name":"F","size":1}""")).Ok();
        (await registry.DeleteAsync("/subjects/json/versions/1?permanent=true")).Ok();
        (await registry.DeleteAsync("/subjects/proto")).Ok();
        (await registry.DeleteAsync("/subjects/proto?permanent=true")).Ok();
        await SameAsync(registry, file);

        var families = await Scrape.FamiliesAsync(registry);
        Assert.Equal(20, families["kafka_schema_registry_registered_count"].Total());
        Assert.Equal(14, families["kafka_schema_registry_deleted_count"].Total());
        Assert.Equal(6, families["kafka_schema_registry_schemas_deleted"].Total(("schema_type", "protobuf")));
    }

    private static async Task SameAsync(RegistryClient registry, string file)
    {
        var families = await Scrape.FamiliesAsync(registry);
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        SqliteLibrary.Use();
        await connection.OpenAsync();
        var live = 0L;
        foreach (var format in (string[])["avro", "json", "protobuf"])
        {
            Assert.Equal(await CountAsync(connection, format, "v.deleted = 0 AND COALESCE(n.state, 'ACTIVE') = 'ACTIVE'"), Gauge(families, "schema_registry_schemas_active_total", format));
            Assert.Equal(await CountAsync(connection, format, "v.deleted = 0 AND n.state = 'DEPRECATED'"), Gauge(families, "schema_registry_schemas_deprecated_total", format));
            Assert.Equal(await CountAsync(connection, format, "v.deleted = 1"), Gauge(families, "schema_registry_schemas_deleted_total", format));
            live += await CountAsync(connection, format, "v.deleted = 0");
        }

        Assert.Equal(live, families["schema_registry_schema_versions_total"].Total());
    }

    private static long Gauge(IReadOnlyDictionary<string, ParsedFamily> families, string name, string format) => (long)families[name].Total(("format", format));

    private static async Task<long> CountAsync(SqliteConnection connection, string format, string condition)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM versions v JOIN schemas s ON s.id = v.schema_id LEFT JOIN notes n ON n.version_id = v.id WHERE s.format = '{format.ToUpperInvariant()}' AND {condition}";
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
