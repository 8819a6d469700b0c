using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Instrumentation.AspNetCore.Health.Checks;

/// <summary>Compares the process's resident memory with a limit.</summary>
internal sealed class MemoryHealthCheck(long limitBytes) : IHealthCheck
{
    private const double NearlyFull = 0.9;
    private const double Mebibyte = 1 << 20;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var used = Environment.WorkingSet;
        var text = FormattableString.Invariant($"{used / Mebibyte:F0} MiB of {limitBytes / Mebibyte:F0} MiB are in use.");
        return Task.FromResult(
            used >= limitBytes ? new HealthCheckResult(context.Registration.FailureStatus, text)
            : used >= NearlyFull * limitBytes ? HealthCheckResult.Degraded(text)
            : HealthCheckResult.Healthy(text));
    }
}
