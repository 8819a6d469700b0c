using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Schemas.Compatibility;

namespace SchemaRegistry.Api.V1;

/// <summary>What came of a comparison.</summary>
/// <param name="Report">What is wrong.</param>
/// <param name="Compared">With which versions.</param>
internal sealed record Comparison(CompatibilityReport Report, IReadOnlyList<SchemaVersion> Compared);
