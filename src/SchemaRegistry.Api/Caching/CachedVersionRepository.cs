using SchemaRegistry.Api.Hosting;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Subjects;

namespace SchemaRegistry.Api.Caching;

/// <summary>Forgets what a change makes untrue, before the change is answered.</summary>
internal sealed class CachedVersionRepository([FromKeyedServices(RegistryServiceExtensions.Store)] IVersionRepository store, RegistryCache cache) : IVersionRepository
{
    public async Task<Registration?> AddAsync(NewSchema schema, SchemaIdentity identity, long state, CancellationToken cancellation)
    {
        try
        {
            var registration = await store.AddAsync(schema, identity, state, cancellation);
            if (registration is { IsNew: true })
            {
                // Somebody may be asking for the id just now and find nothing.
                cache.RemoveSchema(registration.Version.Schema.Id);
                cache.Latest.Remove(schema.Subject);
            }

            return registration;
        }
        finally
        {
            if (schema.Level is not null)
            {
                cache.Configs.Remove(schema.Subject);
            }
        }
    }

    public async Task<Deletion> DeleteVersionAsync(string subject, int version, bool permanent, CancellationToken cancellation) =>
        Forget(await store.DeleteVersionAsync(subject, version, permanent, cancellation), subject);

    public async Task<Deletion> DeleteSubjectAsync(string subject, bool permanent, CancellationToken cancellation) =>
        Forget(await store.DeleteSubjectAsync(subject, permanent, cancellation), subject);

    public async Task<Deletion> PurgeAsync(string? subject, CancellationToken cancellation) => Forget(await store.PurgeAsync(subject, cancellation), subject);

    private Deletion Forget(Deletion deletion, string? subject)
    {
        foreach (var id in deletion.RemovedSchemas)
        {
            cache.RemoveSchema(id);
        }

        // The last version takes configuration and mode of the subject along.
        if (subject is not null)
        {
            cache.RemoveSubject(subject);
        }
        else
        {
            cache.Latest.Clear();
            cache.Configs.Clear();
            cache.Modes.Clear();
        }

        return deletion;
    }
}
