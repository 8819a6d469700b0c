using SchemaRegistry.Api.Schemas;

namespace SchemaRegistry.Api.V1;

/// <summary>A version and what is said of it.</summary>
internal sealed record CatalogEntry(SchemaVersion Version, VersionNote Note);
