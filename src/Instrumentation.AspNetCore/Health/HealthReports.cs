using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Instrumentation.AspNetCore.Health;

/// <summary>The host's checks and which probe asks which: a check without a tag for it is a readiness check.</summary>
internal sealed class HealthReports(
    HealthCheckService service, IOptions<HealthCheckServiceOptions> registered, IOptions<AspNetCoreInstrumentationOptions> options, TimeProvider clock)
{
    private readonly CachedCheck[] _checks = [.. registered.Value.Registrations.Select(registration => new CachedCheck(registration, service, options.Value.Health, clock))];

    /// <summary>What the checks of a probe say.</summary>
    public async Task<HealthSnapshot> ReadAsync(Probe probe)
    {
        var start = clock.GetTimestamp();
        var asked = Array.FindAll(_checks, check => IsAsked(check, probe));
        var outcomes = await Task.WhenAll(asked.Select(static check => check.ReadAsync())).ConfigureAwait(false);
        var results = asked.Zip(outcomes, static (check, outcome) => (check, outcome)).ToArray();
        return new HealthSnapshot(Worst(outcomes), clock.GetUtcNow(), clock.GetElapsedTime(start), results);
    }

    private static bool IsAsked(CachedCheck check, Probe probe) => probe switch
    {
        Probe.All => true,
        Probe.Ready => check.Tags.Contains("ready") || !(check.Tags.Contains("live") || check.Tags.Contains("startup")),
        Probe.Live => check.Tags.Contains("live"),
        _ => check.Tags.Contains("startup"),
    };

    private static HealthStatus Worst(CheckOutcome[] outcomes) => outcomes.Length == 0 ? HealthStatus.Healthy : outcomes.Min(static outcome => outcome.Status);
}
