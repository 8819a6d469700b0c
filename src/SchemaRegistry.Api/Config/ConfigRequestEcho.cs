namespace SchemaRegistry.Api.Config;

/// <summary>Answer to a change: what was stored, under the request's name for it.</summary>
internal sealed record ConfigRequestEcho(string Compatibility);
