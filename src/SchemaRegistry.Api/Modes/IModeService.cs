namespace SchemaRegistry.Api.Modes;

/// <summary>Reads and changes modes, of a subject or (<see langword="null"/>) the global one.</summary>
internal interface IModeService
{
    /// <summary>What is in force: the global override, or else the subject's mode, or else the global one.</summary>
    ValueTask<RegistryMode> InForceAsync(string? subject, CancellationToken cancellation);

    /// <summary>The subject's own mode.</summary>
    ValueTask<RegistryMode> GetAsync(string subject, CancellationToken cancellation);

    /// <param name="subject">The subject.</param>
    /// <param name="mode">The new mode.</param>
    /// <param name="force">Whether an import may start where schemas are.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task SetAsync(string? subject, RegistryMode mode, bool force, CancellationToken cancellation);

    /// <returns>The mode that was in force.</returns>
    Task<RegistryMode> RemoveAsync(string? subject, CancellationToken cancellation);

    /// <summary>Refuses a change where the mode in force is a read-only one.</summary>
    Task RequireWritableAsync(string? subject, CancellationToken cancellation);
}
