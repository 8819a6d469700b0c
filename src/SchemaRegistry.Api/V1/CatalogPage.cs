namespace SchemaRegistry.Api.V1;

/// <summary>A part of a list.</summary>
/// <param name="Entries">The part.</param>
/// <param name="Total">How long the list is.</param>
/// <param name="IsTruncated">Whether the list ends before all that matches is in it.</param>
internal sealed record CatalogPage(IReadOnlyList<CatalogEntry> Entries, int Total, bool IsTruncated = false);
