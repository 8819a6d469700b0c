namespace SchemaRegistry.Api.Transfer;

/// <summary>What an export says of a version beside its schema.</summary>
internal sealed record TransferNote(
    string State, string? Description, IReadOnlyList<string> Tags, IReadOnlyDictionary<string, string> Metadata, DateTimeOffset UpdatedAt);
