namespace SchemaRegistry.Api.Admin;

/// <summary>Makes back-ups while the registry works.</summary>
internal interface IBackupService
{
    /// <summary>Writes the whole registry into a new file of the back-up folder.</summary>
    /// <exception cref="Http.RegistryException">409: one is being made already; 500: the folder cannot be written, and why.</exception>
    Task<Backup> CreateAsync(CancellationToken cancellation);
}
