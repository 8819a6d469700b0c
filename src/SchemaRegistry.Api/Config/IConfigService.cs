namespace SchemaRegistry.Api.Config;

/// <summary>Reads and changes compatibility levels.</summary>
internal interface IConfigService
{
    ValueTask<CompatibilityLevel> GetGlobalAsync(CancellationToken cancellation);

    ValueTask<CompatibilityLevel> GetAsync(string subject, bool defaultToGlobal, CancellationToken cancellation);

    Task SetGlobalAsync(CompatibilityLevel level, CancellationToken cancellation);

    Task SetAsync(string subject, CompatibilityLevel level, CancellationToken cancellation);

    /// <returns>The level that was in force.</returns>
    Task<CompatibilityLevel> ResetGlobalAsync(CancellationToken cancellation);

    /// <returns>The level that was stored.</returns>
    Task<CompatibilityLevel> RemoveAsync(string subject, CancellationToken cancellation);
}
