using Instrumentation;
using SchemaRegistry.Api.Auditing;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Modes;

namespace SchemaRegistry.Api.Config;

[Instrumented]
internal sealed partial class ConfigService(IConfigRepository configs, IModeService modes, IAuditLog audit) : IConfigService
{
    public async partial ValueTask<ConfigSettings> InForceAsync([SpanTag("schema.subject")] string? subject, CancellationToken cancellation)
    {
        var own = subject is null ? null : await configs.FindAsync(subject, cancellation);
        if (own?.Compatibility is not null)
        {
            return own;
        }

        var shared = await configs.FindAsync(subject: null, cancellation) ?? ConfigSettings.Default;
        return (own ?? shared) with { Compatibility = shared.Compatibility ?? CompatibilityLevels.Default };
    }

    public async partial ValueTask<ConfigSettings> GetAsync([SpanTag("schema.subject")] string subject, CancellationToken cancellation) =>
        await configs.FindAsync(subject, cancellation) ?? throw RegistryErrors.SubjectConfigNotFound(subject);

    public async partial Task ChangeAsync([SpanTag("schema.subject")] string? subject, ConfigRequest change, CancellationToken cancellation)
    {
        change = change.Checked();
        await modes.RequireWritableAsync(subject, cancellation);
        await configs.ChangeAsync(subject, old => change.ApplyTo(old ?? new ConfigSettings()), cancellation);
        audit.Record(AuditAction.ChangeConfig, subject, change.Summary());
    }

    public async partial Task<ConfigSettings> RemoveAsync([SpanTag("schema.subject")] string? subject, CancellationToken cancellation)
    {
        await modes.RequireWritableAsync(subject, cancellation);
        var removed = await configs.RemoveAsync(subject, cancellation);
        if (removed is not null)
        {
            audit.Record(AuditAction.RemoveConfig, subject);
        }

        return removed ?? (subject is null ? ConfigSettings.Default : throw RegistryErrors.SubjectNotFound(subject));
    }

    // One step only: an alias of an alias would let two of them run in circles.
    public async partial ValueTask<string> ResolveAliasAsync([SpanTag("schema.subject")] string subject, CancellationToken cancellation) =>
        (await configs.FindAsync(subject, cancellation))?.Alias ?? subject;

    public async partial ValueTask<ILookup<string, string>> AliasesAsync(CancellationToken cancellation) =>
        (await configs.AliasesAsync(cancellation)).ToLookup(static alias => alias.Subject, static alias => alias.Name, StringComparer.Ordinal);
}
