using SchemaRegistry.Api.Schemas.Formats;

namespace SchemaRegistry.Api.Schemas;

/// <summary>Turns texts into schemas, and refuses those that are none.</summary>
internal interface ISchemaReader
{
    /// <summary>Reads a schema that a client sent.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="normalize">Whether its text is to be replaced by the canonical one, so that all schemas that mean the same are the same.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="Http.RegistryException">42201: it is no schema, or what it references is not there, or it takes too much work to read.</exception>
    Task<CandidateSchema> ReadAsync(NewSchema schema, bool normalize, CancellationToken cancellation);

    /// <summary>Reads a schema that is registered; those read of late are remembered.</summary>
    ValueTask<IParsedSchema> ReadAsync(StoredSchema schema, CancellationToken cancellation);
}
