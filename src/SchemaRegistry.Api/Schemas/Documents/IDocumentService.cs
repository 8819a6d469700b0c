using SchemaRegistry.Api.Schemas.Formats;

namespace SchemaRegistry.Api.Schemas.Documents;

/// <summary>Validates documents against registered schemas.</summary>
internal interface IDocumentService
{
    /// <returns>What is wrong with the document; empty when it is valid.</returns>
    /// <exception cref="Http.RegistryException">42201: the validation takes more work than one request may cause.</exception>
    Task<IReadOnlyList<DocumentError>> ValidateAsync(StoredSchema schema, ReadOnlyMemory<byte> document, DocumentOptions options, CancellationToken cancellation);
}
