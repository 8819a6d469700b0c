using Microsoft.AspNetCore.Mvc;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Subjects;
using SchemaRegistry.Api.Telemetry;

namespace SchemaRegistry.Api.V1;

internal static class V1SchemaEndpoints
{
    private const int DefaultTop = 10;
    private const int MaxTop = 100;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/schemas", ListAsync);
        api.MapPost("/schemas", RegisterAsync);
        api.MapPost("/search", SearchAsync);
        api.MapGet("/schemas/top", TopAsync);
        api.MapGet("/schemas/{id:guid}", GetAsync);
        api.MapPut("/schemas/{id:guid}", ChangeAsync);
        api.MapDelete("/schemas/{id:guid}", DeleteAsync);
        api.MapGet("/schemas/{id:guid}/versions", VersionsAsync);
    }

    private static async Task<Answer<V1SchemaList>> ListAsync(
        [FromServices] ICatalogService catalog,
        int? limit,
        int? offset,
        [FromQuery(Name = "subject_prefix")] string? subjectPrefix,
        [FromQuery(Name = "schema_type")] string? schemaType,
        string? state,
        CancellationToken cancellation)
    {
        var query = new CatalogQuery(CatalogQuery.PageOf(offset, limit))
        {
            Prefix = subjectPrefix ?? string.Empty,
            Format = V1Formats.ParseOrNone(schemaType),
            State = string.IsNullOrEmpty(state) ? null : LifecycleStates.Parse(state),
        };
        return Answer.Of(V1SchemaList.Of(await catalog.ListAsync(query, cancellation), query));
    }

    private static async Task<Answer<V1SchemaBody>> RegisterAsync(
        JsonBody<RegisterRequest> body, [FromServices] ICatalogService catalog, CancellationToken cancellation)
    {
        var (entry, isNew) = await catalog.RegisterAsync(body.Value, cancellation);
        return Answer.Of(V1SchemaBody.Of(entry), isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private static async Task<Answer<V1SchemaList>> SearchAsync(
        JsonBody<SearchRequest> body, [FromServices] ICatalogService catalog, CancellationToken cancellation)
    {
        var query = body.Value.ToQuery();
        return Answer.Of(V1SchemaList.Of(await catalog.ListAsync(query, cancellation), query));
    }

    private static async Task<Answer<V1TopList>> TopAsync(
        [FromServices] IAccessRepository accesses, [FromServices] ISchemaService schemas, int? limit, CancellationToken cancellation)
    {
        var entries = new List<V1TopEntry>();
        foreach (var count in await accesses.TopAsync(Math.Clamp(limit ?? DefaultTop, 1, MaxTop), cancellation))
        {
            var version = (await schemas.VersionsAsync(count.SchemaId, DeletedVersions.Included, cancellation)).FirstOrDefault();
            entries.Add(new V1TopEntry(count.SchemaId, version?.Subject, version?.Version, count.Reads, count.LastRead));
        }

        return Answer.Of(new V1TopList(entries));
    }

    private static async Task<Answer<V1SchemaBody>> GetAsync(Guid id, [FromServices] ICatalogService catalog, CancellationToken cancellation) =>
        Answer.Of(V1SchemaBody.Of(await catalog.GetAsync(id, cancellation)));

    private static async Task<Answer<V1SchemaBody>> ChangeAsync(
        Guid id, JsonBody<ChangeRequest> body, [FromServices] ICatalogService catalog, CancellationToken cancellation) =>
        Answer.Of(V1SchemaBody.Of(await catalog.ChangeAsync(id, body.Value, cancellation)));

    private static async Task<IResult> DeleteAsync(Guid id, [FromServices] ICatalogService catalog, bool? soft, CancellationToken cancellation)
    {
        await catalog.DeleteAsync(id, permanent: soft == false, cancellation);
        return Results.NoContent();
    }

    private static async Task<Answer<V1VersionList>> VersionsAsync(Guid id, [FromServices] ICatalogService catalog, CancellationToken cancellation)
    {
        var (version, _) = await catalog.GetAsync(id, cancellation);
        return Answer.Of(await V1SubjectEndpoints.VersionsOfAsync(version.Subject, catalog, cancellation));
    }
}
