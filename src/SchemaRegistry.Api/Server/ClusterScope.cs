namespace SchemaRegistry.Api.Server;

internal sealed record ClusterScope(IReadOnlyList<string> Path, IReadOnlyDictionary<string, string> Clusters);
