namespace SchemaRegistry.Api.Health;

/// <summary>One thing that the server needs.</summary>
internal sealed record HealthCheckBody(string Name, string Status);
