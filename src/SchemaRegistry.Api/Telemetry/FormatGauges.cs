using Instrumentation;
using SchemaRegistry.Api.Schemas;

namespace SchemaRegistry.Api.Telemetry;

/// <summary>How many versions there are in one language; read when somebody looks.</summary>
internal sealed class FormatGauges(SchemaFormat format, ITotalsRepository totals)
{
    public SchemaFormat Format { get; } = format;

    [MetricGauge("schema_registry_schemas_active_total", Description = "Versions in the state ACTIVE.")]
    [Tag("format", From = "Format")]
    public long Active => totals.Find(RegistryTotal.Active, Format);

    [MetricGauge("schema_registry_schemas_deprecated_total", Description = "Versions in the state DEPRECATED.")]
    [Tag("format", From = "Format")]
    public long Deprecated => totals.Find(RegistryTotal.Deprecated, Format);

    [MetricGauge("schema_registry_schemas_deleted_total", Description = "Versions that are deleted, but not for good.")]
    [Tag("format", From = "Format")]
    public long Deleted => totals.Find(RegistryTotal.Deleted, Format);

    [MetricGauge("kafka_schema_registry_schemas_created", Description = "Versions that were ever registered.")]
    [Tag("schema_type", From = "Format")]
    public long EverRegistered => totals.Find(RegistryTotal.EverRegistered, Format);

    [MetricGauge("kafka_schema_registry_schemas_deleted", Description = "Versions that were ever deleted.")]
    [Tag("schema_type", From = "Format")]
    public long EverDeleted => totals.Find(RegistryTotal.EverDeleted, Format);
}
