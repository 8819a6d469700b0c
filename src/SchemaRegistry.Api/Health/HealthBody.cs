namespace SchemaRegistry.Api.Health;

/// <summary>Answer of a probe; the checks are those that were made.</summary>
internal sealed record HealthBody(string Status, IReadOnlyList<HealthCheckBody>? Checks = null);
