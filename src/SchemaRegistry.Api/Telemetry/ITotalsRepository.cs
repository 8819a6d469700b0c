using SchemaRegistry.Api.Schemas;

namespace SchemaRegistry.Api.Telemetry;

/// <summary>Reads what the store counts by itself; each call takes microseconds, however many versions there are.</summary>
internal interface ITotalsRepository
{
    /// <summary>A number of versions in one language, or (<see langword="null"/>) in all.</summary>
    long Find(RegistryTotal total, SchemaFormat? format);
}
