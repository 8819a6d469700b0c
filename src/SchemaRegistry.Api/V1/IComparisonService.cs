namespace SchemaRegistry.Api.V1;

/// <summary>Compares versions by their ids, or a new schema with a subject.</summary>
internal interface IComparisonService
{
    Task<Comparison> CompareAsync(V1CompatibilityRequest request, CancellationToken cancellation);
}
