namespace SchemaRegistry.Api.Storage;

/// <summary>What a query with filters finds.</summary>
/// <param name="Ids">The versions of the page, in its order.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="IsTruncated">Whether there are more than were looked at.</param>
internal readonly record struct FoundVersions(IReadOnlyList<long> Ids, int Total, bool IsTruncated = false);
