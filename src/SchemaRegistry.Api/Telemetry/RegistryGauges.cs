using Instrumentation;
using SchemaRegistry.Api.Schemas;

namespace SchemaRegistry.Api.Telemetry;

/// <summary>How much there is in the registry as a whole; made at start, so that it is observed from then on.</summary>
internal sealed class RegistryGauges : IHostedService
{
    private readonly ITotalsRepository _totals;
    private readonly FormatGauges[] _formats;

    public RegistryGauges(ITotalsRepository totals)
    {
        _totals = totals;
        _formats = [.. SchemaFormats.ListOrder.Select(format => new FormatGauges(format, totals))];
        foreach (var format in _formats)
        {
            Gauges.Observe(format);
        }
    }

    // Confluent's dashboards ask how many servers there are and which one writes; this one is alone.
    [MetricGauge("kafka_schema_registry_master_slave_role", Description = "1: this server takes writes.")]
    public static int Role => 1;

    [MetricGauge("kafka_schema_registry_node_count", Description = "Servers of this registry.")]
    public static int Nodes => 1;

    [MetricGauge("schema_registry_schema_versions_total", Description = "Versions that are not deleted, in any state.")]
    public long Versions =>
        _totals.Find(RegistryTotal.Draft, format: null) + _totals.Find(RegistryTotal.Active, format: null)
        + _totals.Find(RegistryTotal.Deprecated, format: null) + _totals.Find(RegistryTotal.Archived, format: null);

    [MetricGauge("kafka_schema_registry_registered_count", Description = "Versions that were ever registered.")]
    public long EverRegistered => _totals.Find(RegistryTotal.EverRegistered, format: null);

    [MetricGauge("kafka_schema_registry_deleted_count", Description = "Versions that were ever deleted.")]
    public long EverDeleted => _totals.Find(RegistryTotal.EverDeleted, format: null);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // The database is closed next: nobody reads it then.
    public Task StopAsync(CancellationToken cancellationToken)
    {
        Gauges.Forget(this);
        foreach (var format in _formats)
        {
            Gauges.Forget(format);
        }

        return Task.CompletedTask;
    }
}
