using Instrumentation;
using SchemaRegistry.Api.Storage;

namespace SchemaRegistry.Api.Telemetry;

/// <summary>The connections to the database; made at start, so that they are observed from then on.</summary>
internal sealed class DatabaseGauges(SqliteDatabase database) : IHostedService
{
    [MetricGauge("schema_registry_db_connections_active", Description = "Connections in use.")]
    [Tag("pool", Value = DbMetrics.Pool)]
    public int Active => database.Pool().Active;

    [MetricGauge("schema_registry_db_connections_idle", Description = "Open connections that nobody uses.")]
    [Tag("pool", Value = DbMetrics.Pool)]
    public int Idle => database.Pool().Idle;

    // Nothing else limits those that read: a read holds its thread. And there is one writer.
    [MetricGauge("schema_registry_db_connections_max", Description = "Connections that there can be at once.")]
    [Tag("pool", Value = DbMetrics.Pool)]
    public static int Max
    {
        get
        {
            ThreadPool.GetMaxThreads(out var threads, out _);
            return threads + 1;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
