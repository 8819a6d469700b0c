using Microsoft.AspNetCore.Mvc;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Telemetry;

namespace SchemaRegistry.Api.Subjects;

internal static class VersionEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/subjects/{subject}/versions", ListAsync);
        api.MapPost("/subjects/{subject}/versions", RegisterAsync);
        api.MapGet("/subjects/{subject}/versions/{version}", GetAsync);
        api.MapDelete("/subjects/{subject}/versions/{version}", DeleteAsync);
        api.MapGet("/subjects/{subject}/versions/{version}/schema", TextAsync);
        api.MapGet("/subjects/{subject}/versions/{version}/referencedby", ReferencedByAsync);
    }

    private static async Task<Answer<IReadOnlyList<int>>> ListAsync(
        MeantSubject meant,
        [FromServices] ISubjectService subjects,
        int? offset,
        int? limit,
        bool? deleted,
        bool? deletedOnly,
        bool? deletedAsNegative,
        CancellationToken cancellation)
    {
        var filter = DeletedVersionsExtensions.Filter(deleted == true || deletedAsNegative == true, deletedOnly);
        var versions = await subjects.VersionsAsync(meant.Name, Page.Of(offset, limit), filter, cancellation);
        return Answer.Of<IReadOnlyList<int>>(
            [.. versions.Select(version => version.IsDeleted && deletedAsNegative == true ? -version.Number : version.Number)]);
    }

    private static async Task<Answer<RegisteredBody>> RegisterAsync(
        MeantSubject meant,
        JsonBody<SchemaRequest> body,
        [FromServices] IRegistrationService registrations,
        [FromServices] ISchemaService schemas,
        bool? normalize,
        string? format,
        CancellationToken cancellation)
    {
        var registered = (await registrations.RegisterAsync(body.Value.ToSchema(meant.Name), normalize ?? false, cancellation)).Version;
        return Answer.Of(RegisteredBody.Of(registered, await schemas.TextAsync(registered.Schema, registered.Text, format, cancellation)));
    }

    private static async Task<Answer<SchemaVersionBody>> GetAsync(
        MeantSubject meant,
        string version,
        [FromServices] ISubjectService subjects,
        [FromServices] ISchemaService schemas,
        [FromServices] IAccessTally accesses,
        bool? deleted,
        string? format,
        CancellationToken cancellation)
    {
        var found = await FindAsync(meant, version, deleted, subjects, accesses, cancellation);
        return Answer.Of(SchemaVersionBody.Of(found, await schemas.TextAsync(found.Schema, found.Text, format, cancellation)));
    }

    private static async Task<Answer<int>> DeleteAsync(
        MeantSubject meant, string version, [FromServices] IDeletionService deletions, bool? permanent, CancellationToken cancellation) =>
        Answer.Of(await deletions.DeleteVersionAsync(meant.Name, VersionSelector.Parse(version), permanent ?? false, cancellation));

    private static async Task<SchemaTextAnswer> TextAsync(
        MeantSubject meant,
        string version,
        [FromServices] ISubjectService subjects,
        [FromServices] ISchemaService schemas,
        [FromServices] IAccessTally accesses,
        bool? deleted,
        string? format,
        CancellationToken cancellation)
    {
        var found = await FindAsync(meant, version, deleted, subjects, accesses, cancellation);
        return new(await schemas.TextAsync(found.Schema, found.Text, format, cancellation));
    }

    private static async Task<Answer<IReadOnlyList<int>>> ReferencedByAsync(
        MeantSubject meant,
        string version,
        [FromServices] ISubjectService subjects,
        int? offset,
        int? limit,
        bool? deleted,
        CancellationToken cancellation) =>
        Answer.Of(await subjects.ReferencedByAsync(
            meant.Name, VersionSelector.Parse(version), Page.Of(offset, limit), DeletedVersionsExtensions.Filter(deleted), cancellation));

    private static async ValueTask<SchemaVersion> FindAsync(
        MeantSubject meant, string version, bool? deleted, ISubjectService subjects, IAccessTally accesses, CancellationToken cancellation)
    {
        var found = await subjects.GetVersionAsync(meant.Name, VersionSelector.Parse(version), DeletedVersionsExtensions.Filter(deleted), cancellation);
        accesses.Count(found.Schema.Id);
        return found;
    }
}
