using Microsoft.AspNetCore.Mvc;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Subjects;

namespace SchemaRegistry.Api.V1;

internal static class V1SubjectEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/subjects", ListAsync);
        api.MapGet("/subjects/{subject}/versions", VersionsAsync);
        api.MapGet("/subjects/{subject}/versions/{version}", VersionAsync);
    }

    /// <summary>The first versions of a subject; there is none without.</summary>
    public static async Task<V1VersionList> VersionsOfAsync(string subject, ICatalogService catalog, CancellationToken cancellation)
    {
        // A subject's name is a prefix of itself and of its neighbours, which come after it.
        var query = new CatalogQuery(CatalogQuery.PageOf(offset: 0, int.MaxValue)) { Prefix = subject };
        var entries = (await catalog.ListAsync(query, cancellation)).Entries
            .TakeWhile(entry => string.Equals(entry.Version.Subject, subject, StringComparison.Ordinal))
            .Select(static entry => new V1VersionItem(
                VersionKey.ToGuid(entry.Version.Key),
                entry.Version.Version,
                entry.Version.Schema.Id,
                LifecycleStates.WireName(entry.Note.State),
                entry.Version.Registered))
            .ToList();
        return entries.Count > 0 ? new V1VersionList(subject, entries, entries.Count) : throw RegistryErrors.SubjectNotFound(subject);
    }

    private static async Task<Answer<V1SubjectList>> ListAsync(
        [FromServices] ISubjectService subjects, string? prefix, int? limit, int? offset, CancellationToken cancellation)
    {
        var found = await subjects.ListAsync(CatalogQuery.PageOf(offset, limit), prefix ?? string.Empty, DeletedVersions.Hidden, cancellation);
        return Answer.Of(new V1SubjectList(found, await subjects.CountAsync(prefix ?? string.Empty, DeletedVersions.Hidden, cancellation)));
    }

    private static async Task<Answer<V1VersionList>> VersionsAsync(
        SubjectName name, [FromServices] ICatalogService catalog, CancellationToken cancellation) =>
        Answer.Of(await VersionsOfAsync(name.Value, catalog, cancellation));

    private static async Task<Answer<V1SchemaBody>> VersionAsync(
        SubjectName name,
        string version,
        [FromServices] ISubjectService subjects,
        [FromServices] ICatalogService catalog,
        CancellationToken cancellation)
    {
        var found = await subjects.GetVersionAsync(name.Value, VersionSelector.Parse(version), DeletedVersions.Hidden, cancellation);
        return Answer.Of(V1SchemaBody.Of(await catalog.GetAsync(VersionKey.ToGuid(found.Key), cancellation)));
    }
}
