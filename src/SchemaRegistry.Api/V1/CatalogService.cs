using Instrumentation;
using SchemaRegistry.Api.Auditing;
using SchemaRegistry.Api.Config;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Modes;
using SchemaRegistry.Api.Subjects;

namespace SchemaRegistry.Api.V1;

[Instrumented]
internal sealed partial class CatalogService(
    ICatalogRepository catalog,
    IRegistrationService registrations,
    IDeletionService deletions,
    IConfigService configs,
    IModeService modes,
    IAuditLog audit,
    TimeProvider clock) : ICatalogService
{
    public async partial Task<(CatalogEntry Entry, bool IsNew)> RegisterAsync(RegisterRequest request, CancellationToken cancellation)
    {
        var schema = request.ToSchema();
        var registration = await registrations.RegisterAsync(schema, normalize: false, cancellation);

        // A new version brought the level along. What is registered is answered also when the client has gone.
        if (!registration.IsNew && schema.Level is { } level && (await configs.InForceAsync(schema.Subject, CancellationToken.None)).Compatibility != level)
        {
            await configs.ChangeAsync(schema.Subject, new ConfigRequest { Compatibility = CompatibilityLevels.WireName(level) }, CancellationToken.None);
        }

        var number = registration.Version.Key;
        return (await catalog.FindAsync(number, CancellationToken.None) ?? throw NotFound(VersionKey.ToGuid(number)), registration.IsNew);
    }

    public async partial ValueTask<CatalogEntry> GetAsync([SpanTag("schema.key")] Guid id, CancellationToken cancellation) =>
        (VersionKey.FromGuid(id) is { } number ? await catalog.FindAsync(number, cancellation) : null) ?? throw NotFound(id);

    public async partial ValueTask<CatalogPage> ListAsync(CatalogQuery query, CancellationToken cancellation) => await catalog.ListAsync(query, cancellation);

    public async partial Task<CatalogEntry> ChangeAsync([SpanTag("schema.key")] Guid id, ChangeRequest change, CancellationToken cancellation)
    {
        var before = await GetAsync(id, cancellation);
        await modes.RequireWritableAsync(before.Version.Subject, cancellation);
        var state = change.State is null ? (LifecycleState?)null : LifecycleStates.Parse(change.State);
        var after = await catalog.ChangeAsync(
            before.Version.Key,
            note => new VersionNote(
                LifecycleStates.Move(note.State, state ?? note.State),
                change.Description ?? note.Description,
                change.Tags ?? note.Tags,
                change.Metadata ?? note.Metadata,
                clock.GetUtcNow()),
            cancellation) ?? throw NotFound(id);
        audit.Record(AuditAction.ChangeState, after.Version.Subject, $"version {after.Version.Version} {LifecycleStates.WireName(after.Note.State)}{change.Others()}");
        return after;
    }

    public async partial Task DeleteAsync([SpanTag("schema.key")] Guid id, bool permanent, CancellationToken cancellation)
    {
        var (version, _) = await GetAsync(id, cancellation);
        var selector = new VersionSelector(version.Version);
        await deletions.DeleteVersionAsync(version.Subject, selector, permanent: false, cancellation);
        if (permanent)
        {
            await deletions.DeleteVersionAsync(version.Subject, selector, permanent: true, CancellationToken.None);
        }
    }

    private static RegistryException NotFound(Guid id) => RegistryErrors.SchemaNotFound(id);
}
