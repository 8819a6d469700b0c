namespace SchemaRegistry.Api.Config;

/// <summary>Stored levels, per subject or (<see langword="null"/>) global.</summary>
internal interface IConfigRepository
{
    ValueTask<CompatibilityLevel?> FindAsync(string? subject, CancellationToken cancellation);

    Task SetAsync(string? subject, CompatibilityLevel level, CancellationToken cancellation);

    /// <returns>The level that was stored.</returns>
    Task<CompatibilityLevel?> RemoveAsync(string? subject, CancellationToken cancellation);
}
