using Instrumentation;
using SchemaRegistry.Api.Caching;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Schemas;

namespace SchemaRegistry.Api.Subjects;

[Instrumented]
internal sealed partial class SubjectService(ISubjectRepository subjects, ISchemaFinder finder, RegistryCache cache) : ISubjectService
{
    public async partial ValueTask<int> CountAsync(string prefix, DeletedVersions deleted, CancellationToken cancellation) =>
        await subjects.CountAsync(prefix, deleted, cancellation);

    public async partial ValueTask<IReadOnlyList<string>> ListAsync(Page page, string prefix, DeletedVersions deleted, CancellationToken cancellation) =>
        await subjects.ListAsync(page, prefix, deleted, cancellation);

    public async partial ValueTask<IReadOnlyList<VersionNumber>> VersionsAsync(
        [SpanTag("schema.subject")] string subject, Page page, DeletedVersions deleted, CancellationToken cancellation)
    {
        // A subject without deleted versions is there, too, for who asks for those only.
        var versions = await subjects.VersionsAsync(subject, page, deleted, cancellation);
        var known = deleted == DeletedVersions.Hidden ? DeletedVersions.Hidden : DeletedVersions.Included;
        return versions.Count > 0 || await subjects.ExistsAsync(subject, known, cancellation) ? versions : throw RegistryErrors.SubjectNotFound(subject);
    }

    public async partial ValueTask<SchemaVersion> GetVersionAsync(
        [SpanTag("schema.subject")] string subject, VersionSelector version, DeletedVersions deleted, CancellationToken cancellation)
    {
        var found = version.Number is { } number
            ? await subjects.FindVersionAsync(subject, number, deleted, cancellation)
            : await cache.Latest.GetAsync(
                subject, subjects, static (name, store) => store.FindLatestAsync(name, DeletedVersions.Hidden, CancellationToken.None), cancellation);
        if (found is not null)
        {
            return found;
        }

        throw await subjects.ExistsAsync(subject, deleted, cancellation)
            ? RegistryErrors.VersionNotFound(version.Number ?? VersionSelector.LatestNumber)
            : RegistryErrors.SubjectNotFound(subject);
    }

    public async partial ValueTask<SchemaVersion> GetByMetadataAsync(
        [SpanTag("schema.subject")] string subject,
        IReadOnlyList<KeyValuePair<string, string>> properties,
        DeletedVersions deleted,
        CancellationToken cancellation)
    {
        var history = await subjects.HistoryAsync(subject, deleted, cancellation);
        if (history.Count == 0)
        {
            throw RegistryErrors.SubjectNotFound(subject);
        }

        return history.LastOrDefault(version => properties.All(property => string.Equals(
            version.Schema.Metadata?.Property(property.Key), property.Value, StringComparison.Ordinal))) ?? throw RegistryErrors.SchemaNotFound();
    }

    public async partial ValueTask<IReadOnlyList<int>> ReferencedByAsync(
        [SpanTag("schema.subject")] string subject, VersionSelector version, Page page, DeletedVersions deleted, CancellationToken cancellation)
    {
        var found = await GetVersionAsync(subject, version, DeletedVersions.Included, cancellation);
        return await subjects.ReferencedByAsync(subject, found.Version, page, deleted, cancellation);
    }

    [SpanTag("schema.subject", From = "schema.Subject")]
    [Tag("format", From = "schema.Format")]
    public async partial ValueTask<SchemaVersion> LookUpAsync(NewSchema schema, bool normalize, DeletedVersions deleted, CancellationToken cancellation)
    {
        // The Confluent server says of an empty text that it is not there, not that it is invalid.
        if (!schema.IsEmpty && await finder.FindAsync(await finder.ReadAsync(schema, normalize, cancellation), deleted, cancellation) is { } found)
        {
            return found;
        }

        throw await subjects.ExistsAsync(schema.Subject, deleted, cancellation)
            ? RegistryErrors.SchemaNotFound()
            : RegistryErrors.SubjectNotFound(schema.Subject);
    }
}
