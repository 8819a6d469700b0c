using Microsoft.AspNetCore.Mvc;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Schemas;

namespace SchemaRegistry.Api.V1;

/// <summary>How a version is connected with others, and how it is recognised among them.</summary>
internal static class V1ConnectionEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/schemas/{id:guid}/dependencies", DependenciesAsync);
        api.MapGet("/schemas/{id:guid}/dependents", DependentsAsync);
        api.MapGet("/schemas/{id:guid}/fingerprints", FingerprintsAsync);
    }

    private static async Task<Answer<V1DependencyList>> DependenciesAsync(
        Guid id, [FromServices] ICatalogService catalog, [FromServices] IDependencyService dependencies, bool? transitive, CancellationToken cancellation)
    {
        var (version, _) = await catalog.GetAsync(id, cancellation);
        return Answer.Of(V1DependencyList.Of(await dependencies.DependenciesAsync(version, transitive ?? false, cancellation)));
    }

    private static async Task<Answer<V1DependencyList>> DependentsAsync(
        Guid id, [FromServices] ICatalogService catalog, [FromServices] IDependencyService dependencies, bool? transitive, CancellationToken cancellation)
    {
        var (version, _) = await catalog.GetAsync(id, cancellation);
        return Answer.Of(V1DependencyList.Of(await dependencies.DependentsAsync(version, transitive ?? false, cancellation)));
    }

    private static async Task<Answer<V1FingerprintBody>> FingerprintsAsync(
        Guid id, [FromServices] ICatalogService catalog, [FromServices] ISchemaReader reader, CancellationToken cancellation)
    {
        var (version, _) = await catalog.GetAsync(id, cancellation);
        return Answer.Of(V1FingerprintBody.Of(await reader.ReadAsync(version.Schema, cancellation)));
    }
}
