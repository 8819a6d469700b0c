using SchemaRegistry.Api.Config;
using SchemaRegistry.Api.Hosting;

namespace SchemaRegistry.Api.Caching;

/// <summary>Asked for by every registration, and changed once in a while.</summary>
internal sealed class CachedConfigRepository([FromKeyedServices(RegistryServiceExtensions.Store)] IConfigRepository store, RegistryCache cache) : IConfigRepository
{
    // No subject has an empty name.
    private const string Global = "";

    public async ValueTask<ConfigSettings?> FindAsync(string? subject, CancellationToken cancellation)
    {
        var known = await cache.Configs.GetAsync(
            subject ?? Global,
            store,
            static async (name, store) => new Known<ConfigSettings>(await store.FindAsync(name.Length == 0 ? null : name, CancellationToken.None)),
            cancellation);
        return known?.Value;
    }

    public async Task ChangeAsync(string? subject, Func<ConfigSettings?, ConfigSettings> change, CancellationToken cancellation)
    {
        try
        {
            await store.ChangeAsync(subject, change, cancellation);
        }
        finally
        {
            cache.Configs.Remove(subject ?? Global);
        }
    }

    public async Task<ConfigSettings?> RemoveAsync(string? subject, CancellationToken cancellation)
    {
        try
        {
            return await store.RemoveAsync(subject, cancellation);
        }
        finally
        {
            cache.Configs.Remove(subject ?? Global);
        }
    }

    public ValueTask<IReadOnlyList<SubjectAlias>> AliasesAsync(CancellationToken cancellation) => store.AliasesAsync(cancellation);
}
