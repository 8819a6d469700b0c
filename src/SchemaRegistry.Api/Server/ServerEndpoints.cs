using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Subjects;
using SchemaRegistry.Api.Web;

namespace SchemaRegistry.Api.Server;

/// <summary>What the server says of itself.</summary>
internal static class ServerEndpoints
{
    private const string ClusterName = "schema-registry";

    private static readonly ClusterBody s_cluster = new(
        new ClusterScope([], new Dictionary<string, string>(StringComparer.Ordinal) { ["schema-registry-cluster"] = ClusterName }), string.Empty);

    // One that nobody pays for, as Confluent's server calls itself without its enterprise parts.
    private static readonly DeploymentBody s_deployment = new(["opensource"]);

    private static readonly ServerVersionBody s_version = ReadVersion();

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/", RootOrPage).WithMetadata(NegotiatedMetadata.ConfluentOrPage).Produces<EmptyBody>();
        api.MapPost("/", Root);
        api.MapGet("/contexts", ContextsAsync);
        api.MapDelete("/contexts/{context}", DeleteContextAsync);
        api.MapGet("/v1/metadata/id", Cluster);
        api.MapGet("/v1/metadata/version", Version);
        api.MapGet("/v1/metadata/deployment", Deployment);
    }

    // Browsers get the page.
    private static IResult RootOrPage(HttpContext context)
    {
        context.Response.Headers.Vary = HeaderNames.Accept;
        return WebPage.IsAskedFor(context.Request) ? WebPage.Index : Root();
    }

    // Clients ask it to see whether anybody is there.
    private static Answer<EmptyBody> Root() => Answer.Of(new EmptyBody());

    // Others are only names that subjects were given, as ":.name:subject".
    private static async Task<Answer<IReadOnlyList<string>>> ContextsAsync(
        [FromServices] ISubjectService subjects, string? contextPrefix, int? offset, int? limit, CancellationToken cancellation)
    {
        var qualified = await subjects.ListAsync(Page.Of(offset: null, limit: null), ContextId.QualifiedPrefix, DeletedVersions.Hidden, cancellation);
        var contexts = qualified.Select(ContextId.Of).Prepend(ContextId.Default).Distinct(StringComparer.Ordinal);
        return Answer.Of(Page.Of(offset, limit).Cut(contexts.Where(context => context.StartsWith(contextPrefix ?? string.Empty, StringComparison.Ordinal))));
    }

    // There is nothing of a context but its subjects; one without any is gone already. The default one is no path: "/contexts/." is "/contexts/".
    private static async Task<IResult> DeleteContextAsync(string context, [FromServices] ISubjectService subjects, CancellationToken cancellation)
    {
        var count = await subjects.CountAsync($":{context}:", DeletedVersions.Included, cancellation);
        return count == 0 ? Results.NoContent() : throw RegistryErrors.ContextNotEmpty(context);
    }

    private static Answer<ClusterBody> Cluster() => Answer.Of(s_cluster);

    private static Answer<ServerVersionBody> Version() => Answer.Of(s_version);

    private static Answer<DeploymentBody> Deployment() => Answer.Of(s_deployment);

    // "1.2.3+commit"
    private static ServerVersionBody ReadVersion()
    {
        var text = typeof(ServerEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? string.Empty;
        var parts = text.Split('+', 2);
        return new ServerVersionBody(parts[0], parts.Length > 1 ? parts[1] : string.Empty);
    }
}
