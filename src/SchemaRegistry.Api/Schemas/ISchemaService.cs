using SchemaRegistry.Api.Caching;
using SchemaRegistry.Api.Subjects;

namespace SchemaRegistry.Api.Schemas;

/// <summary>Finds schemas in the whole registry.</summary>
internal interface ISchemaService
{
    /// <summary>The schema and the answer to who asks for it; those asked for of late are remembered.</summary>
    ValueTask<SchemaDocument> DocumentAsync(int id, CancellationToken cancellation);

    /// <summary>The schemas with this content, the first one first.</summary>
    ValueTask<IReadOnlyList<StoredSchema>> GetAsync(Guid guid, CancellationToken cancellation);

    ValueTask<IReadOnlyList<SubjectVersion>> VersionsAsync(int id, DeletedVersions deleted, CancellationToken cancellation);

    ValueTask<IReadOnlyList<SchemaVersion>> ListAsync(SchemaQuery query, CancellationToken cancellation);

    /// <summary>The text in the form that a client asks for; as it is where its language has no such form.</summary>
    ValueTask<string> TextAsync(StoredSchema schema, string text, string? format, CancellationToken cancellation);

    /// <summary>The highest id that is in use.</summary>
    ValueTask<int> MaxIdAsync(CancellationToken cancellation);

    IReadOnlyList<string> SupportedTypes();
}
