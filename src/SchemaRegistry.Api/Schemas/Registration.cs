namespace SchemaRegistry.Api.Schemas;

/// <summary>Outcome of a registration.</summary>
/// <param name="Version">The version that now holds the schema.</param>
/// <param name="IsNew">Whether this registration made it.</param>
internal sealed record Registration(SchemaVersion Version, bool IsNew);
