namespace SchemaRegistry.Api.Config;

/// <summary>Reads and changes configurations, of a subject or (<see langword="null"/>) the global one.</summary>
internal interface IConfigService
{
    /// <summary>What is in force: the subject's configuration, or else the global one, or else the default.</summary>
    ValueTask<ConfigSettings> InForceAsync(string? subject, CancellationToken cancellation);

    /// <summary>The subject's own configuration.</summary>
    ValueTask<ConfigSettings> GetAsync(string subject, CancellationToken cancellation);

    Task ChangeAsync(string? subject, ConfigRequest change, CancellationToken cancellation);

    /// <returns>What was in force.</returns>
    Task<ConfigSettings> RemoveAsync(string? subject, CancellationToken cancellation);

    /// <summary>The subject that is meant by a name: itself, unless it is an alias.</summary>
    ValueTask<string> ResolveAliasAsync(string subject, CancellationToken cancellation);

    /// <summary>The other names of each subject that has some.</summary>
    ValueTask<ILookup<string, string>> AliasesAsync(CancellationToken cancellation);
}
