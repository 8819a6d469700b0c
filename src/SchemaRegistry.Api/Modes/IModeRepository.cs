namespace SchemaRegistry.Api.Modes;

/// <summary>Stored modes, per subject or (<see langword="null"/>) global.</summary>
internal interface IModeRepository
{
    ValueTask<RegistryMode?> FindAsync(string? subject, CancellationToken cancellation);

    Task SetAsync(string? subject, RegistryMode mode, CancellationToken cancellation);

    /// <returns>The mode that was stored.</returns>
    Task<RegistryMode?> RemoveAsync(string? subject, CancellationToken cancellation);
}
