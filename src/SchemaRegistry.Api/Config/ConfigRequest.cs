namespace SchemaRegistry.Api.Config;

/// <summary>Body of a change of configuration.</summary>
internal sealed record ConfigRequest(string? Compatibility);
