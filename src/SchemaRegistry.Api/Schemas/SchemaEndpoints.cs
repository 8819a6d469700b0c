using Microsoft.AspNetCore.Mvc;
using SchemaRegistry.Api.Config;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Subjects;

namespace SchemaRegistry.Api.Schemas;

internal static class SchemaEndpoints
{
    private const int MaxListed = 1000;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/schemas", ListAsync);
        api.MapGet("/schemas/types", Types);
        api.MapGet("/schemas/ids/{id:int}", SchemaAsync);
        api.MapGet("/schemas/ids/{id:int}/schema", TextAsync);
        api.MapGet("/schemas/ids/{id:int}/subjects", SubjectsAsync);
        api.MapGet("/schemas/ids/{id:int}/versions", VersionsAsync);
        api.MapGet("/schemas/guids/{guid:guid}", SchemaByGuidAsync);
        api.MapGet("/schemas/guids/{guid:guid}/ids", IdsAsync);
    }

    private static async Task<Answer<IReadOnlyList<SchemaVersionBody>>> ListAsync(
        [FromServices] ISchemaService schemas,
        [FromServices] IConfigService configs,
        string? subjectPrefix,
        bool? aliases,
        bool? deleted,
        bool? latestOnly,
        string? ruleType,
        int? offset,
        int? limit,
        CancellationToken cancellation)
    {
        var query = new SchemaQuery(Page.Of(offset, limit is > 0 and <= MaxListed ? limit : MaxListed))
        {
            Prefix = SubjectPrefix.Of(subjectPrefix),
            LatestOnly = latestOnly ?? false,
            Deleted = DeletedVersionsExtensions.Filter(deleted),
            RuleType = string.IsNullOrEmpty(ruleType) ? null : ruleType,
        };
        var found = await schemas.ListAsync(query, cancellation);
        var names = aliases == true ? await configs.AliasesAsync(cancellation) : null;
        return Answer.Of<IReadOnlyList<SchemaVersionBody>>(
            [.. found.Select(version => SchemaVersionBody.Of(version, version.Text, names?[version.Subject].ToList().NullIfEmpty()))]);
    }

    private static Answer<IReadOnlyList<string>> Types([FromServices] ISchemaService schemas) => Answer.Of(schemas.SupportedTypes());

    private static async Task<Answer<SchemaBody>> SchemaAsync(
        int id, [FromServices] ISchemaService schemas, string? format, bool? fetchMaxId, CancellationToken cancellation)
    {
        var (found, body) = await schemas.DocumentAsync(id, cancellation);
        if (fetchMaxId != true && string.IsNullOrEmpty(format))
        {
            return Answer.Of<SchemaBody>(body);
        }

        var text = await schemas.TextAsync(found, found.Text, format, cancellation);
        return Answer.Of(SchemaBody.Of(found, text, fetchMaxId == true ? await schemas.MaxIdAsync(cancellation) : null));
    }

    private static async Task<SchemaTextAnswer> TextAsync(int id, [FromServices] ISchemaService schemas, string? format, CancellationToken cancellation)
    {
        var (found, body) = await schemas.DocumentAsync(id, cancellation);
        return new(await schemas.TextAsync(found, found.Text, format, cancellation), body);
    }

    private static async Task<Answer<IReadOnlyList<string>>> SubjectsAsync(
        int id, [FromServices] ISchemaService schemas, string? subject, bool? deleted, int? offset, int? limit, CancellationToken cancellation)
    {
        var versions = await schemas.VersionsAsync(id, DeletedVersionsExtensions.Filter(deleted), cancellation);
        return Answer.Of(Page.Of(offset, limit).Cut(Of(subject, versions).Select(static version => version.Subject).Distinct(StringComparer.Ordinal)));
    }

    private static async Task<Answer<IReadOnlyList<SubjectVersion>>> VersionsAsync(
        int id, [FromServices] ISchemaService schemas, string? subject, bool? deleted, int? offset, int? limit, CancellationToken cancellation)
    {
        var versions = await schemas.VersionsAsync(id, DeletedVersionsExtensions.Filter(deleted), cancellation);
        return Answer.Of(Page.Of(offset, limit).Cut(Of(subject, versions)));
    }

    private static async Task<Answer<SchemaBody>> SchemaByGuidAsync(
        Guid guid, [FromServices] ISchemaService schemas, string? format, CancellationToken cancellation)
    {
        var found = (await schemas.GetAsync(guid, cancellation))[0];
        return string.IsNullOrEmpty(format)
            ? Answer.Of<SchemaBody>((await schemas.DocumentAsync(found.Id, cancellation)).Body)
            : Answer.Of(SchemaBody.Of(found, await schemas.TextAsync(found, found.Text, format, cancellation), maxId: null));
    }

    private static async Task<Answer<IReadOnlyList<ContextId>>> IdsAsync(Guid guid, [FromServices] ISchemaService schemas, CancellationToken cancellation) =>
        Answer.Of<IReadOnlyList<ContextId>>([.. (await schemas.GetAsync(guid, cancellation)).Select(static schema => new ContextId(ContextId.Default, schema.Id))]);

    // Clients send "?subject=" when they have none.
    private static IEnumerable<SubjectVersion> Of(string? subject, IReadOnlyList<SubjectVersion> versions) =>
        string.IsNullOrEmpty(subject) ? versions : versions.Where(version => string.Equals(version.Subject, subject, StringComparison.Ordinal));
}
