using Instrumentation;
using SchemaRegistry.Api.Compatibility;
using SchemaRegistry.Api.Config;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Schemas.Compatibility;
using SchemaRegistry.Api.Subjects;

namespace SchemaRegistry.Api.V1;

[Instrumented]
internal sealed partial class ComparisonService(
    ICatalogService catalog, ISubjectRepository subjects, IConfigService configs, ISchemaReader reader, ICompatibilityService engine) : IComparisonService
{
    public async partial Task<Comparison> CompareAsync(V1CompatibilityRequest request, CancellationToken cancellation)
    {
        CandidateSchema candidate;
        IReadOnlyList<SchemaVersion> versions;
        if (request is { SchemaId: { } id, ComparedSchemaId: { } other })
        {
            candidate = await CandidateAsync((await catalog.GetAsync(id, cancellation)).Version, cancellation);
            versions = [(await catalog.GetAsync(other, cancellation)).Version];
        }
        else
        {
            var subject = SubjectName.Check(request.Subject ?? throw Missing());
            versions = await VersionsAsync(subject, request.CompareVersion, cancellation);
            var format = request.SchemaType is null && versions.Count > 0 ? versions[^1].Schema.Format : V1Formats.Parse(request.SchemaType);
            var schema = new NewSchema(subject, format, SchemaText.Of(request.NewSchema ?? throw Missing()), [], Metadata: null, RuleSet: null);
            candidate = await reader.ReadAsync(schema, normalize: false, cancellation);
        }

        var settings = await configs.InForceAsync(candidate.Schema.Subject, cancellation);
        var level = (request.Mode ?? request.Level) is { } name ? CompatibilityLevels.Parse(name) : settings.Compatibility ?? CompatibilityLevels.Default;
        return new Comparison(await engine.CheckAsync(candidate, versions, level, CompatibilityPolicies.Of(settings), cancellation), versions);
    }

    private async Task<IReadOnlyList<SchemaVersion>> VersionsAsync(string subject, int? version, CancellationToken cancellation)
    {
        var history = await subjects.HistoryAsync(subject, DeletedVersions.Hidden, cancellation);
        return version is not { } number
            ? history
            : [history.FirstOrDefault(found => found.Version == number) ?? throw RegistryErrors.VersionNotFound(number)];
    }

    private async Task<CandidateSchema> CandidateAsync(SchemaVersion version, CancellationToken cancellation)
    {
        var parsed = await reader.ReadAsync(version.Schema, cancellation);
        var schema = new NewSchema(
            version.Subject, version.Schema.Format, version.Text, version.Schema.References, version.Schema.Metadata, version.Schema.RuleSet);
        return new CandidateSchema(schema, parsed, parsed.IdentityText);
    }

    private static RegistryException Missing() =>
        RegistryErrors.UnexpectedBody("Nothing to compare: send schema_id and compared_schema_id, or subject and new_schema.");
}
