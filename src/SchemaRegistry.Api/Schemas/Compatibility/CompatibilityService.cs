using Instrumentation;
using SchemaRegistry.Api.Config;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Schemas.Formats;

namespace SchemaRegistry.Api.Schemas.Compatibility;

[Instrumented]
internal sealed partial class CompatibilityService(ISchemaReader reader) : ICompatibilityService
{
    // Enough to mend a schema by; the work for one request ends there.
    private const int MaxViolations = 1_000;

    // A comparison that was refused has no result, and is none.
    [MetricCounter("schema_registry_compatibility_checks_total", Description = "Comparisons of a schema with versions of a subject.", When = Outcomes.Success, Tags = ["mode", "result"])]
    [MetricHistogram("schema_registry_compatibility_check_duration_seconds", Description = "Time of a comparison.", Tags = ["mode"],
        Buckets = [.001, .005, .01, .025, .05, .1, .25, .5, 1])]
    [Tag("mode", From = "level")]
    [Tag("result", From = "result.Verdict")]
    [SpanTag("schema.subject", From = "candidate.Schema.Subject")]
    public async partial Task<CompatibilityReport> CheckAsync(
        CandidateSchema candidate, IReadOnlyList<SchemaVersion> versions, CompatibilityLevel level, CompatibilityPolicy policy, CancellationToken cancellation)
    {
        var violations = new List<Violation>();
        foreach (var version in Counting(versions, level).TakeWhile(_ => violations.Count < MaxViolations))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var violation in await CheckAsync(candidate, version, level, policy, cancellation))
            {
                Add(violations, level, violation);
            }
        }

        return new CompatibilityReport(level, violations);
    }

    // The types are those of three languages, of which JSON Schema has most.
    [MetricCounter("schema_registry_compatibility_violations_total", Description = "Reasons why schemas could not follow versions.")]
    [Tag("mode", From = "level")]
    [Tag("violation_type", From = "violation.Type", MaxValues = 250)]
    internal static void Add(List<Violation> violations, CompatibilityLevel level, Violation violation) => violations.Add(violation);

    private static IEnumerable<SchemaVersion> Counting(IReadOnlyList<SchemaVersion> versions, CompatibilityLevel level)
    {
        var newestFirst = versions.OrderByDescending(static version => version.Version);
        return level switch
        {
            CompatibilityLevel.None => [],
            CompatibilityLevel.Backward or CompatibilityLevel.Forward or CompatibilityLevel.Full => newestFirst.Take(1),
            _ => newestFirst,
        };
    }

    private async ValueTask<IReadOnlyList<Violation>> CheckAsync(
        CandidateSchema candidate, SchemaVersion version, CompatibilityLevel level, CompatibilityPolicy policy, CancellationToken cancellation)
    {
        if (version.Schema.Format != candidate.Schema.Format)
        {
            var (old, @new) = (SchemaFormats.WireName(version.Schema.Format), SchemaFormats.WireName(candidate.Schema.Format));
            return [new Violation(version, "SCHEMA_TYPE_CHANGED", string.Empty, $"Incompatible because of different schema type: {@new} after {old}", Detail: string.Empty)];
        }

        var previous = await reader.ReadAsync(version.Schema, cancellation);
        try
        {
            var violations = new List<Violation>();
            if (level is not (CompatibilityLevel.Forward or CompatibilityLevel.ForwardTransitive))
            {
                violations.AddRange(Tell(candidate.Parsed.FindIncompatibilities(previous, policy), readerIsNew: true));
            }

            if (level is not (CompatibilityLevel.Backward or CompatibilityLevel.BackwardTransitive))
            {
                violations.AddRange(Tell(previous.FindIncompatibilities(candidate.Parsed, policy), readerIsNew: false));
            }

            return violations;
        }
        catch (WorkLimitException exception)
        {
            throw RegistryErrors.InvalidSchema(FormattableString.Invariant(
                $"The schema cannot be compared with version {version.Version} of subject '{version.Subject}': {exception.Message}"));
        }

        IEnumerable<Violation> Tell(IReadOnlyList<Incompatibility> found, bool readerIsNew) =>
            found.Select(one => new Violation(version, one.Type, one.Path, one.ReasonFor(readerIsNew), one.Detail));
    }
}
