using Microsoft.AspNetCore.Mvc;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Schemas;

namespace SchemaRegistry.Api.Subjects;

internal static class SubjectEndpoints
{
    // What the Confluent server sends when a client asks for no prefix.
    private const string AllSubjects = ":*:";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/subjects", ListAsync);
        api.MapPost("/subjects/{subject}", LookUpAsync);
        api.MapGet("/subjects/{subject}/versions", VersionsAsync);
        api.MapPost("/subjects/{subject}/versions", RegisterAsync);
        api.MapGet("/subjects/{subject}/versions/{version}", VersionAsync);
        api.MapGet("/subjects/{subject}/versions/{version}/schema", VersionTextAsync);
    }

    private static async Task<Answer<IReadOnlyList<string>>> ListAsync(
        [FromServices] ISubjectService subjects, int? offset, int? limit, string? subjectPrefix, CancellationToken cancellation)
    {
        var prefix = subjectPrefix is null or AllSubjects ? string.Empty : subjectPrefix;
        return Answer.Of(await subjects.ListAsync(Page.Of(offset, limit), prefix, cancellation));
    }

    private static async Task<Answer<SchemaVersionBody>> LookUpAsync(
        SubjectName name, JsonBody<SchemaRequest> body, [FromServices] ISubjectService subjects, bool? normalize, CancellationToken cancellation) =>
        Answer.Of(SchemaVersionBody.Of(await subjects.LookUpAsync(body.Value.ToSchema(name.Value), normalize == true, cancellation)));

    private static async Task<Answer<IReadOnlyList<int>>> VersionsAsync(
        SubjectName name, [FromServices] ISubjectService subjects, int? offset, int? limit, CancellationToken cancellation) =>
        Answer.Of(await subjects.VersionsAsync(name.Value, Page.Of(offset, limit), cancellation));

    private static async Task<Answer<RegisteredBody>> RegisterAsync(
        SubjectName name, JsonBody<SchemaRequest> body, [FromServices] ISchemaService schemas, bool? normalize, CancellationToken cancellation)
    {
        var registration = await schemas.RegisterAsync(body.Value.ToSchema(name.Value), normalize == true, cancellation);
        return Answer.Of(RegisteredBody.Of(registration.Version));
    }

    private static async Task<Answer<SchemaVersionBody>> VersionAsync(
        SubjectName name, string version, [FromServices] ISubjectService subjects, CancellationToken cancellation) =>
        Answer.Of(SchemaVersionBody.Of(await subjects.GetVersionAsync(name.Value, VersionSelector.Parse(version), cancellation)));

    private static async Task<SchemaTextAnswer> VersionTextAsync(
        SubjectName name, string version, [FromServices] ISubjectService subjects, CancellationToken cancellation) =>
        new((await subjects.GetVersionAsync(name.Value, VersionSelector.Parse(version), cancellation)).Text);
}
