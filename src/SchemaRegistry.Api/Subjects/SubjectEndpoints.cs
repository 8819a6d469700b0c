using Microsoft.AspNetCore.Mvc;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Schemas;

namespace SchemaRegistry.Api.Subjects;

internal static class SubjectEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/subjects", ListAsync);
        api.MapPost("/subjects/{subject}", LookUpAsync);
        api.MapDelete("/subjects/{subject}", DeleteAsync);
        api.MapGet("/subjects/{subject}/metadata", ByMetadataAsync);
    }

    private static async Task<Answer<IReadOnlyList<string>>> ListAsync(
        [FromServices] ISubjectService subjects,
        int? offset,
        int? limit,
        string? subjectPrefix,
        bool? deleted,
        bool? deletedOnly,
        CancellationToken cancellation)
    {
        var filter = DeletedVersionsExtensions.Filter(deleted, deletedOnly);
        return Answer.Of(await subjects.ListAsync(Page.Of(offset, limit), SubjectPrefix.Of(subjectPrefix), filter, cancellation));
    }

    private static async Task<Answer<SchemaVersionBody>> LookUpAsync(
        MeantSubject meant,
        JsonBody<SchemaRequest> body,
        [FromServices] ISubjectService subjects,
        [FromServices] ISchemaService schemas,
        bool? normalize,
        bool? deleted,
        string? format,
        CancellationToken cancellation)
    {
        var found = await subjects.LookUpAsync(
            body.Value.ToSchema(meant.Name), normalize ?? false, DeletedVersionsExtensions.Filter(deleted), cancellation);
        return Answer.Of(SchemaVersionBody.Of(found, await schemas.TextAsync(found.Schema, found.Text, format, cancellation)));
    }

    private static async Task<Answer<IReadOnlyList<int>>> DeleteAsync(
        MeantSubject meant, [FromServices] IDeletionService deletions, bool? permanent, CancellationToken cancellation) =>
        Answer.Of(await deletions.DeleteSubjectAsync(meant.Name, permanent ?? false, cancellation));

    private static async Task<Answer<SchemaVersionBody>> ByMetadataAsync(
        MeantSubject meant,
        [FromServices] ISubjectService subjects,
        [FromServices] ISchemaService schemas,
        string[]? key,
        string[]? value,
        bool? deleted,
        string? format,
        CancellationToken cancellation)
    {
        var properties = (key ?? []).Zip(value ?? [], static (name, text) => KeyValuePair.Create(name, text)).ToList();
        var found = await subjects.GetByMetadataAsync(meant.Name, properties, DeletedVersionsExtensions.Filter(deleted), cancellation);
        return Answer.Of(SchemaVersionBody.Of(found, await schemas.TextAsync(found.Schema, found.Text, format, cancellation)));
    }
}
