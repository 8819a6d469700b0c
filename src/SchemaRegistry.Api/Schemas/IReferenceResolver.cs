using SchemaRegistry.Api.Schemas.Formats;

namespace SchemaRegistry.Api.Schemas;

/// <summary>Finds the schemas that a schema builds on.</summary>
internal interface IReferenceResolver
{
    /// <summary>All schemas reachable from the references, each once by each of its names, and after those it builds on itself.</summary>
    /// <exception cref="Http.RegistryException">42201: one is not there, or is of another format.</exception>
    ValueTask<IReadOnlyList<NamedSchema>> ResolveAsync(SchemaFormat format, IReadOnlyList<SchemaReference> references, CancellationToken cancellation);
}
