using SchemaRegistry.Api.Schemas;

namespace SchemaRegistry.Api.Subjects;

/// <summary>Reads subjects and their versions.</summary>
internal interface ISubjectService
{
    ValueTask<IReadOnlyList<string>> ListAsync(Page page, string prefix, CancellationToken cancellation);

    ValueTask<IReadOnlyList<int>> VersionsAsync(string subject, Page page, CancellationToken cancellation);

    ValueTask<SchemaVersion> GetVersionAsync(string subject, VersionSelector version, CancellationToken cancellation);

    ValueTask<SchemaVersion> LookUpAsync(NewSchema schema, bool normalize, CancellationToken cancellation);
}
