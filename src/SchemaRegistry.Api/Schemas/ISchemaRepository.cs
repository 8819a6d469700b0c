using SchemaRegistry.Api.Subjects;

namespace SchemaRegistry.Api.Schemas;

/// <summary>Stored schemas under their global ids.</summary>
internal interface ISchemaRepository
{
    ValueTask<StoredSchema?> FindAsync(int id, CancellationToken cancellation);

    /// <summary>The schemas with this content: one, or several where imports brought it under ids of their own.</summary>
    ValueTask<IReadOnlyList<StoredSchema>> FindAsync(Guid guid, CancellationToken cancellation);

    /// <summary>Where the schema is registered.</summary>
    ValueTask<IReadOnlyList<SubjectVersion>> VersionsAsync(int id, DeletedVersions deleted, CancellationToken cancellation);

    ValueTask<IReadOnlyList<SchemaVersion>> ListAsync(SchemaQuery query, CancellationToken cancellation);

    /// <summary>The highest id that was given out.</summary>
    ValueTask<int> MaxIdAsync(CancellationToken cancellation);
}
