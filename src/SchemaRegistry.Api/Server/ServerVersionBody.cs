namespace SchemaRegistry.Api.Server;

/// <summary>Which program answers.</summary>
internal sealed record ServerVersionBody(string Version, string CommitId);
