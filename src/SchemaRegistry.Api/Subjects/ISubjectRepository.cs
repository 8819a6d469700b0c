using SchemaRegistry.Api.Schemas;

namespace SchemaRegistry.Api.Subjects;

/// <summary>Stored subjects and their versions; <see langword="null"/> or an empty list for what is not there.</summary>
internal interface ISubjectRepository
{
    ValueTask<bool> ExistsAsync(string subject, CancellationToken cancellation);

    ValueTask<IReadOnlyList<string>> ListAsync(Page page, string prefix, CancellationToken cancellation);

    ValueTask<IReadOnlyList<int>> VersionsAsync(string subject, Page page, CancellationToken cancellation);

    ValueTask<SchemaVersion?> FindVersionAsync(string subject, int version, CancellationToken cancellation);

    ValueTask<SchemaVersion?> FindLatestAsync(string subject, CancellationToken cancellation);

    ValueTask<SchemaVersion?> FindByIdentityAsync(string subject, SchemaIdentity identity, CancellationToken cancellation);
}
