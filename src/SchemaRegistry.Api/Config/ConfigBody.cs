namespace SchemaRegistry.Api.Config;

/// <summary>A configuration, as the API shows it.</summary>
internal sealed record ConfigBody(string CompatibilityLevel);
