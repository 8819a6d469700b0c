using SchemaRegistry.Api.Schemas;

namespace SchemaRegistry.Api.Subjects;

/// <summary>Adds versions and takes them away; each call does all or nothing.</summary>
internal interface IVersionRepository
{
    /// <summary>Adds a version; when the subject already has the schema under that number, nothing is written and it is returned.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="identity">Its identity.</param>
    /// <param name="state">The state of the subject (<see cref="ISubjectRepository.StateAsync"/>) in which the schema was checked.</param>
    /// <param name="cancellation">Ends the wait for the writer.</param>
    /// <returns><see langword="null"/> where the subject is in another state by now.</returns>
    Task<Registration?> AddAsync(NewSchema schema, SchemaIdentity identity, long state, CancellationToken cancellation);

    Task<Deletion> DeleteVersionAsync(string subject, int version, bool permanent, CancellationToken cancellation);

    Task<Deletion> DeleteSubjectAsync(string subject, bool permanent, CancellationToken cancellation);

    /// <summary>Takes away for good what is deleted, in one subject or (<see langword="null"/>) in all.</summary>
    Task<Deletion> PurgeAsync(string? subject, CancellationToken cancellation);
}
