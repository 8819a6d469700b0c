namespace SchemaRegistry.Api.V1;

/// <summary>What is said of a version and can change, other than the schema itself.</summary>
/// <param name="State">How far it has come.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Tags">Words to find it by.</param>
/// <param name="Metadata">Free properties.</param>
/// <param name="Updated">When something of it changed.</param>
internal sealed record VersionNote(
    LifecycleState State,
    string? Description,
    IReadOnlyList<string> Tags,
    IReadOnlyDictionary<string, string> Metadata,
    DateTimeOffset Updated);
