using SchemaRegistry.Api.Schemas;

namespace SchemaRegistry.Api.V1;

/// <summary>A version that another one builds on, or that builds on it.</summary>
/// <param name="Version">The version.</param>
/// <param name="Depth">How many references lead to it, at least.</param>
internal sealed record Dependency(SchemaVersion Version, int Depth);
