using System.Reflection;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Subjects;

namespace SchemaRegistry.Api.Server;

/// <summary>What the server says of itself.</summary>
internal static class ServerEndpoints
{
    private const string ClusterName = "schema-registry";

    private static readonly ClusterBody s_cluster = new(
        new ClusterScope([], new Dictionary<string, string>(StringComparer.Ordinal) { ["schema-registry-cluster"] = ClusterName }), string.Empty);

    private static readonly ServerVersionBody s_version = ReadVersion();

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/", Root);
        api.MapPost("/", Root);
        api.MapGet("/contexts", Contexts);
        api.MapGet("/v1/metadata/id", Cluster);
        api.MapGet("/v1/metadata/version", Version);
    }

    // Clients ask it to see whether anybody is there.
    private static Answer<EmptyBody> Root() => Answer.Of(new EmptyBody());

    private static Answer<IReadOnlyList<string>> Contexts(int? offset, int? limit) => Answer.Of(Page.Of(offset, limit).Cut([ContextId.Default]));

    private static Answer<ClusterBody> Cluster() => Answer.Of(s_cluster);

    private static Answer<ServerVersionBody> Version() => Answer.Of(s_version);

    // "1.2.3+commit"
    private static ServerVersionBody ReadVersion()
    {
        var text = typeof(ServerEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? string.Empty;
        var parts = text.Split('+', 2);
        return new ServerVersionBody(parts[0], parts.Length > 1 ? parts[1] : string.Empty);
    }
}
