namespace SchemaRegistry.Api.V1;

/// <summary>A part of a list, and how long the list is.</summary>
internal sealed record CatalogPage(IReadOnlyList<CatalogEntry> Entries, int Total);
