namespace SchemaRegistry.Api.Subjects;

/// <summary>Deletes versions and subjects: first so that they can still be read and come back, then for good.</summary>
internal interface IDeletionService
{
    /// <returns>The number of the version.</returns>
    Task<int> DeleteVersionAsync(string subject, VersionSelector version, bool permanent, CancellationToken cancellation);

    /// <returns>The numbers of its versions.</returns>
    Task<IReadOnlyList<int>> DeleteSubjectAsync(string subject, bool permanent, CancellationToken cancellation);
}
