namespace SchemaRegistry.Api.V1;

/// <summary>Body of a change; what is missing stays.</summary>
internal sealed record ChangeRequest(
    string? State, string? Description, IReadOnlyList<string>? Tags, IReadOnlyDictionary<string, string>? Metadata);
