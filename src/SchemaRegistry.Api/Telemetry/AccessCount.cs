namespace SchemaRegistry.Api.Telemetry;

/// <summary>How often a schema was read.</summary>
/// <param name="SchemaId">The schema.</param>
/// <param name="Reads">How often.</param>
/// <param name="LastRead">When last, to within the interval at which the counts are written.</param>
internal sealed record AccessCount(int SchemaId, long Reads, DateTimeOffset LastRead);
