namespace SchemaRegistry.Api.Caching;

/// <summary>What is known of something, also that there is none.</summary>
internal sealed record Known<T>(T? Value);
