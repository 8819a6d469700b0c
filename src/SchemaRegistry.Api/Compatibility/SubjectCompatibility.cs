using Instrumentation;
using SchemaRegistry.Api.Config;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Schemas.Compatibility;
using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Subjects;

namespace SchemaRegistry.Api.Compatibility;

[Instrumented]
internal sealed partial class SubjectCompatibility(
    ISubjectRepository subjects, IConfigService configs, ISchemaFinder finder, ICompatibilityService engine) : ISubjectCompatibility
{
    public async partial Task RequireAsync(CandidateSchema candidate, ConfigSettings settings, CancellationToken cancellation)
    {
        var messages = await CompareAsync(candidate, settings, await HistoryAsync(candidate.Schema.Subject, settings, cancellation), cancellation);
        if (messages.Count > 0)
        {
            throw RegistryErrors.Incompatible(candidate.Schema.Subject, $"[{string.Join(", ", messages)}]");
        }
    }

    public async partial Task<IReadOnlyList<string>> CheckAsync(NewSchema schema, bool normalize, CancellationToken cancellation)
    {
        var settings = await configs.InForceAsync(schema.Subject, cancellation);
        var candidate = await finder.ReadAsync(schema, normalize, cancellation);
        return await CompareAsync(candidate, settings, await HistoryAsync(schema.Subject, settings, cancellation), cancellation);
    }

    public async partial Task<IReadOnlyList<string>> CheckAsync(
        NewSchema schema, VersionSelector version, bool normalize, CancellationToken cancellation)
    {
        var found = version.Number is { } number
            ? await subjects.FindVersionAsync(schema.Subject, number, DeletedVersions.Hidden, cancellation) ?? throw RegistryErrors.VersionNotFound(number)
            : await subjects.FindLatestAsync(schema.Subject, DeletedVersions.Hidden, cancellation);
        var settings = await configs.InForceAsync(schema.Subject, cancellation);
        var candidate = await finder.ReadAsync(schema, normalize, cancellation);
        return await CompareAsync(candidate, settings, found is null ? [] : [found], cancellation);
    }

    private async Task<IReadOnlyList<string>> CompareAsync(
        CandidateSchema candidate, ConfigSettings settings, IReadOnlyList<SchemaVersion> history, CancellationToken cancellation)
    {
        var validatesFields = settings.ValidateFields == true;
        var reserved = validatesFields ? ReservedFields.Check(candidate, history.Count > 0 ? history[^1].Schema : null) : [];
        var policy = CompatibilityPolicies.Of(settings);
        var level = settings.Compatibility ?? CompatibilityLevels.Default;
        var report = await engine.CheckAsync(candidate, SameGroup(candidate, settings, history), level, policy, cancellation);
        return report.ToMessages(validatesFields, reserved);
    }

    // All versions are read only where more than the latest one counts.
    private async ValueTask<IReadOnlyList<SchemaVersion>> HistoryAsync(string subject, ConfigSettings settings, CancellationToken cancellation)
    {
        if (CompatibilityLevels.IsTransitive(settings.Compatibility) || settings.CompatibilityGroup is not null)
        {
            return await subjects.HistoryAsync(subject, DeletedVersions.Hidden, cancellation);
        }

        return await subjects.FindLatestAsync(subject, DeletedVersions.Hidden, cancellation) is { } latest ? [latest] : [];
    }

    private static IReadOnlyList<SchemaVersion> SameGroup(CandidateSchema candidate, ConfigSettings settings, IReadOnlyList<SchemaVersion> history)
    {
        if (settings.CompatibilityGroup is not { } group)
        {
            return history;
        }

        var value = candidate.Schema.Metadata?.Property(group);
        return [.. history.Where(version => string.Equals(version.Schema.Metadata?.Property(group), value, StringComparison.Ordinal))];
    }
}
