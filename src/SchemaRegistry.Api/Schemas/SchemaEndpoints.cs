using Microsoft.AspNetCore.Mvc;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Subjects;

namespace SchemaRegistry.Api.Schemas;

internal static class SchemaEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/schemas/types", Types);
        api.MapGet("/schemas/ids/{id:int}", SchemaAsync);
        api.MapGet("/schemas/ids/{id:int}/schema", TextAsync);
        api.MapGet("/schemas/ids/{id:int}/subjects", SubjectsAsync);
        api.MapGet("/schemas/ids/{id:int}/versions", VersionsAsync);
    }

    private static Answer<IReadOnlyList<string>> Types([FromServices] ISchemaService schemas) => Answer.Of(schemas.SupportedTypes());

    private static async Task<Answer<SchemaBody>> SchemaAsync(int id, [FromServices] ISchemaService schemas, CancellationToken cancellation) =>
        Answer.Of(SchemaBody.Of(await schemas.GetAsync(id, cancellation)));

    private static async Task<SchemaTextAnswer> TextAsync(int id, [FromServices] ISchemaService schemas, CancellationToken cancellation) =>
        new((await schemas.GetAsync(id, cancellation)).Text);

    private static async Task<Answer<IReadOnlyList<string>>> SubjectsAsync(
        int id, [FromServices] ISchemaService schemas, string? subject, int? offset, int? limit, CancellationToken cancellation)
    {
        var versions = await schemas.VersionsAsync(id, cancellation);
        return Answer.Of(Page.Of(offset, limit).Cut(Of(subject, versions).Select(static version => version.Subject).Distinct(StringComparer.Ordinal)));
    }

    private static async Task<Answer<IReadOnlyList<SubjectVersion>>> VersionsAsync(
        int id, [FromServices] ISchemaService schemas, string? subject, int? offset, int? limit, CancellationToken cancellation)
    {
        var versions = await schemas.VersionsAsync(id, cancellation);
        return Answer.Of(Page.Of(offset, limit).Cut(Of(subject, versions)));
    }

    // Clients send "?subject=" when they have none.
    private static IEnumerable<SubjectVersion> Of(string? subject, IReadOnlyList<SubjectVersion> versions) =>
        string.IsNullOrEmpty(subject) ? versions : versions.Where(version => string.Equals(version.Subject, subject, StringComparison.Ordinal));
}
