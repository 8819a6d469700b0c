using SchemaRegistry.Api.Hosting;
using SchemaRegistry.Api.Modes;

namespace SchemaRegistry.Api.Caching;

/// <summary>Asked for by every change, and changed once in a while.</summary>
internal sealed class CachedModeRepository([FromKeyedServices(RegistryServiceExtensions.Store)] IModeRepository store, RegistryCache cache) : IModeRepository
{
    // No subject has an empty name.
    private const string Global = "";

    public async ValueTask<RegistryMode?> FindAsync(string? subject, CancellationToken cancellation)
    {
        var known = await cache.Modes.GetAsync(
            subject ?? Global,
            store,
            static async (name, store) => new Known<RegistryMode?>(await store.FindAsync(name.Length == 0 ? null : name, CancellationToken.None)),
            cancellation);
        return known?.Value;
    }

    public async Task SetAsync(string? subject, RegistryMode mode, CancellationToken cancellation)
    {
        try
        {
            await store.SetAsync(subject, mode, cancellation);
        }
        finally
        {
            cache.Modes.Remove(subject ?? Global);
        }
    }

    public async Task<RegistryMode?> RemoveAsync(string? subject, CancellationToken cancellation)
    {
        try
        {
            return await store.RemoveAsync(subject, cancellation);
        }
        finally
        {
            cache.Modes.Remove(subject ?? Global);
        }
    }
}
