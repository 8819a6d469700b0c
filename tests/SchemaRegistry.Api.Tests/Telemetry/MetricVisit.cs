using Microsoft.Data.Sqlite;
using SchemaRegistry.Api.Storage;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Telemetry;

/// <summary>What requests of the list of metrics need: the registry, its file, and schemas that are new and fit to the ones before.</summary>
internal sealed class MetricVisit(RegistryClient registry, string databaseFile)
{
    private int _schemas;

    public RegistryClient Registry { get; } = registry;

    public string NextSchema() => $$"""{"type":"object","description":"{{++_schemas}}"}""";

    /// <summary>The id of an active version under /api/v1.</summary>
    public async Task<string> AnyIdAsync() => (await Registry.GetAsync("/api/v1/schemas?state=ACTIVE&limit=1")).Ok().GetProperty("schemas")[0].GetProperty("id").GetString()!;

    public async Task<SqliteConnection> ConnectAsync()
    {
        SqliteLibrary.Use();
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = databaseFile, Pooling = false }.ToString());
        await connection.OpenAsync();
        return connection;
    }

    public async Task RunSqlAsync(string sql)
    {
        await using var connection = await ConnectAsync();
        await RunSqlAsync(connection, sql);
    }

    public static async Task RunSqlAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
