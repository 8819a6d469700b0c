using SchemaRegistry.Api.Schemas;

namespace SchemaRegistry.Api.Subjects;

/// <summary>Reads subjects and their versions.</summary>
internal interface ISubjectService
{
    /// <summary>How many subjects start with the prefix.</summary>
    ValueTask<int> CountAsync(string prefix, DeletedVersions deleted, CancellationToken cancellation);

    ValueTask<IReadOnlyList<string>> ListAsync(Page page, string prefix, DeletedVersions deleted, CancellationToken cancellation);

    ValueTask<IReadOnlyList<VersionNumber>> VersionsAsync(string subject, Page page, DeletedVersions deleted, CancellationToken cancellation);

    ValueTask<SchemaVersion> GetVersionAsync(string subject, VersionSelector version, DeletedVersions deleted, CancellationToken cancellation);

    /// <summary>The latest version whose metadata has all these properties.</summary>
    ValueTask<SchemaVersion> GetByMetadataAsync(
        string subject, IReadOnlyList<KeyValuePair<string, string>> properties, DeletedVersions deleted, CancellationToken cancellation);

    /// <summary>Ids of the schemas that build on the version.</summary>
    ValueTask<IReadOnlyList<int>> ReferencedByAsync(string subject, VersionSelector version, Page page, DeletedVersions deleted, CancellationToken cancellation);

    /// <summary>The version that has the schema.</summary>
    ValueTask<SchemaVersion> LookUpAsync(NewSchema schema, bool normalize, DeletedVersions deleted, CancellationToken cancellation);
}
