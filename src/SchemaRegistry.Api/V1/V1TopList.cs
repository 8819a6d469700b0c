namespace SchemaRegistry.Api.V1;

/// <summary>The schemas that are read most.</summary>
internal sealed record V1TopList(IReadOnlyList<V1TopEntry> Schemas);
