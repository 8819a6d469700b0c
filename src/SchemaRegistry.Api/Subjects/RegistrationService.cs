using System.Globalization;
using Instrumentation;
using SchemaRegistry.Api.Auditing;
using SchemaRegistry.Api.Compatibility;
using SchemaRegistry.Api.Config;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Modes;
using SchemaRegistry.Api.Schemas;

namespace SchemaRegistry.Api.Subjects;

[Instrumented]
internal sealed partial class RegistrationService(
    ISubjectRepository subjects,
    IVersionRepository versions,
    IConfigService configs,
    IModeService modes,
    ISchemaFinder finder,
    ISubjectCompatibility compatibility,
    IAuditLog audit) : IRegistrationService
{
    [MetricCounter("schema_registry_schemas_registered_total", Description = "Schema versions registered.",
        When = Outcomes.Success, Value = "result.IsNew ? 1 : 0", Tags = ["format", "state"])]
    [MetricHistogram("schema_registry_schema_size_bytes", Description = "Size of the registered schema texts in UTF-8.",
        When = Outcomes.Success, Value = "result.Version.SizeInBytes", Unit = "bytes", Buckets = [100, 500, 1e3, 5e3, 1e4, 5e4, 1e5], Tags = ["format"])]
    [Tag("format", From = "schema.Format")]
    [Tag("state", From = "schema.State")]
    [SpanTag("schema.subject", From = "schema.Subject")]
    public async partial Task<Registration> RegisterAsync(NewSchema schema, bool normalize, CancellationToken cancellation)
    {
        while (true)
        {
            // What is checked below holds for this state; when another client is faster, it is checked again for the next one.
            var state = await subjects.StateAsync(schema.Subject, cancellation);
            if (await TryRegisterAsync(schema, normalize, state, cancellation) is not { } registration)
            {
                continue;
            }

            if (registration.IsNew)
            {
                audit.Record(AuditAction.Register, schema.Subject, string.Create(
                    CultureInfo.InvariantCulture, $"version {registration.Version.Version} id {registration.Version.Schema.Id}"));
            }

            return registration;
        }
    }

    private async Task<Registration?> TryRegisterAsync(NewSchema schema, bool normalize, long state, CancellationToken cancellation)
    {
        var settings = await configs.InForceAsync(schema.Subject, cancellation);

        var sent = schema.IsEmpty ? null : await finder.ReadAsync(schema, normalize, cancellation);

        // Producers register at each start what is there already; that is allowed also where nothing may be written.
        if (sent is not null && schema.Version is null && !settings.Completes && await FindAsync(sent, cancellation) is { } known)
        {
            return known;
        }

        var mode = await modes.InForceAsync(schema.Subject, cancellation);
        Require(schema, mode);
        var latest = await subjects.FindLatestAsync(schema.Subject, DeletedVersions.Hidden, cancellation);
        var complete = schema;
        if (!mode.IsImport())
        {
            var last = await subjects.FindLatestAsync(schema.Subject, DeletedVersions.Included, cancellation);
            complete = Complete(schema, settings, latest, last?.Version ?? 0);
        }

        var candidate = sent is null
            ? await finder.ReadAsync(complete, normalize, cancellation)
            : sent with { Schema = sent.Schema with { Metadata = complete.Metadata, RuleSet = complete.RuleSet } };
        if (schema.Version is null && await FindAsync(candidate, cancellation) is { } present)
        {
            return present;
        }

        if (!mode.IsImport())
        {
            await compatibility.RequireAsync(candidate, settings, cancellation);
        }

        return await AddAsync(candidate, settings, state, cancellation);
    }

    private async Task<Registration?> AddAsync(CandidateSchema candidate, ConfigSettings settings, long state, CancellationToken cancellation)
    {
        var level = candidate.Schema.Level == settings.Compatibility ? null : candidate.Schema.Level;
        var registration = await versions.AddAsync(candidate.Schema with { Level = level }, candidate.Identity, state, cancellation);
        if (registration is { IsNew: true } && level is { } changed)
        {
            audit.Record(AuditAction.ChangeConfig, candidate.Schema.Subject, CompatibilityLevels.WireName(changed));
        }

        return registration;
    }

    private async Task<Registration?> FindAsync(CandidateSchema candidate, CancellationToken cancellation)
    {
        var found = await finder.FindAsync(candidate, DeletedVersions.Hidden, cancellation);
        return found is not null && (candidate.Schema.Id is null || candidate.Schema.Id == found.Schema.Id) ? new Registration(found, IsNew: false) : null;
    }

    private static void Require(NewSchema schema, RegistryMode mode)
    {
        var reason = mode switch
        {
            _ when mode.IsReadOnly() => "is in read-only mode",
            _ when schema.Id is not null && !mode.IsImport() => "is not in import mode",
            _ when schema.Id is null && mode != RegistryMode.ReadWrite => "is not in read-write mode",
            _ => null,
        };
        if (reason is not null)
        {
            throw RegistryErrors.NotPermitted($"Subject {schema.Subject} in context . {reason}");
        }
    }

    private static NewSchema Complete(NewSchema schema, ConfigSettings settings, SchemaVersion? latest, int last)
    {
        if (schema.Version is > 0 and { } wanted && wanted - 1 != last)
        {
            throw RegistryErrors.InvalidSchema("Version is not one more than previous version");
        }

        return Completion.Complete(schema, settings, latest?.Schema, last == int.MaxValue ? last : last + 1);
    }
}
