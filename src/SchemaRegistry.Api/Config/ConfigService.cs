using Instrumentation;
using SchemaRegistry.Api.Http;

namespace SchemaRegistry.Api.Config;

[Instrumented]
internal sealed partial class ConfigService(IConfigRepository configs) : IConfigService
{
    public async partial ValueTask<CompatibilityLevel> GetGlobalAsync(CancellationToken cancellation) =>
        await configs.FindAsync(subject: null, cancellation) ?? CompatibilityLevels.Default;

    public async partial ValueTask<CompatibilityLevel> GetAsync(
        [SpanTag("schema.subject")] string subject, bool defaultToGlobal, CancellationToken cancellation)
    {
        if (await configs.FindAsync(subject, cancellation) is { } level)
        {
            return level;
        }

        return defaultToGlobal ? await GetGlobalAsync(cancellation) : throw RegistryErrors.SubjectConfigNotFound(subject);
    }

    public Task SetGlobalAsync([SpanTag("config.level")] CompatibilityLevel level, CancellationToken cancellation) =>
        configs.SetAsync(subject: null, level, cancellation);

    public Task SetAsync(
        [SpanTag("schema.subject")] string subject, [SpanTag("config.level")] CompatibilityLevel level, CancellationToken cancellation) =>
        configs.SetAsync(subject, level, cancellation);

    public async partial Task<CompatibilityLevel> ResetGlobalAsync(CancellationToken cancellation) =>
        await configs.RemoveAsync(subject: null, cancellation) ?? CompatibilityLevels.Default;

    public async partial Task<CompatibilityLevel> RemoveAsync([SpanTag("schema.subject")] string subject, CancellationToken cancellation) =>
        await configs.RemoveAsync(subject, cancellation) ?? throw RegistryErrors.SubjectNotFound(subject);
}
