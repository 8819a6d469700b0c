using SchemaRegistry.Api.Subjects;

namespace SchemaRegistry.Api.Schemas;

/// <summary>Finds out whether a subject has a schema already.</summary>
internal interface ISchemaFinder
{
    /// <summary>Reads a schema as it would be stored: in canonical form where the client or the subject asks for it, and with each reference to a latest version
    /// as one to that version.</summary>
    Task<CandidateSchema> ReadAsync(NewSchema schema, bool normalize, CancellationToken cancellation);

    /// <summary>The version that has the schema, as it was sent or with the metadata and rules that a registration would give it.</summary>
    ValueTask<SchemaVersion?> FindAsync(CandidateSchema candidate, DeletedVersions deleted, CancellationToken cancellation);
}
