using SchemaRegistry.Api.Schemas;

namespace SchemaRegistry.Api.Subjects;

/// <summary>Stored subjects and their versions; <see langword="null"/> or an empty list for what is not there.</summary>
internal interface ISubjectRepository
{
    /// <summary>Whether the subject has a version.</summary>
    ValueTask<bool> ExistsAsync(string subject, DeletedVersions deleted, CancellationToken cancellation);

    /// <summary>Whether any subject has a version that is not deleted.</summary>
    ValueTask<bool> AnyAsync(CancellationToken cancellation);

    /// <summary>How many subjects start with the prefix.</summary>
    ValueTask<int> CountAsync(string prefix, DeletedVersions deleted, CancellationToken cancellation);

    ValueTask<IReadOnlyList<string>> ListAsync(Page page, string prefix, DeletedVersions deleted, CancellationToken cancellation);

    ValueTask<IReadOnlyList<VersionNumber>> VersionsAsync(string subject, Page page, DeletedVersions deleted, CancellationToken cancellation);

    ValueTask<SchemaVersion?> FindVersionAsync(string subject, int version, DeletedVersions deleted, CancellationToken cancellation);

    ValueTask<SchemaVersion?> FindLatestAsync(string subject, DeletedVersions deleted, CancellationToken cancellation);

    /// <summary>The versions from the first to the latest.</summary>
    ValueTask<IReadOnlyList<SchemaVersion>> HistoryAsync(string subject, DeletedVersions deleted, CancellationToken cancellation);

    ValueTask<SchemaVersion?> FindByIdentityAsync(string subject, SchemaIdentity identity, DeletedVersions deleted, CancellationToken cancellation);

    /// <summary>Ids of the schemas that build on the version.</summary>
    ValueTask<IReadOnlyList<int>> ReferencedByAsync(string subject, int version, Page page, DeletedVersions deleted, CancellationToken cancellation);

    /// <summary>A number that is another one after each change of the subject; 0 where there is no such subject.</summary>
    ValueTask<long> StateAsync(string subject, CancellationToken cancellation);
}
