namespace SchemaRegistry.Api.Schemas;

/// <summary>Finds the schemas that a schema builds on.</summary>
internal interface IReferenceResolver
{
    /// <summary>All schemas reachable from the references, each once by each of its names, and after those it builds on itself.</summary>
    ValueTask<IReadOnlyList<StoredSchema>> ResolveAsync(IReadOnlyList<SchemaReference> references, CancellationToken cancellation);
}
