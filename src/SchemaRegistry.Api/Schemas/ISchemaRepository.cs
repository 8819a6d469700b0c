using SchemaRegistry.Api.Subjects;

namespace SchemaRegistry.Api.Schemas;

/// <summary>Stored schemas under their global ids.</summary>
internal interface ISchemaRepository
{
    ValueTask<StoredSchema?> FindAsync(int id, CancellationToken cancellation);

    ValueTask<IReadOnlyList<SubjectVersion>> VersionsAsync(int id, CancellationToken cancellation);

    /// <summary>Adds a version; when the subject already has the schema, nothing is written and that version is returned.</summary>
    Task<Registration> AddAsync(NewSchema schema, SchemaIdentity identity, CancellationToken cancellation);
}
