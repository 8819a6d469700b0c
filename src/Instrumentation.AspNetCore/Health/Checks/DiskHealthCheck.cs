using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Instrumentation.AspNetCore.Health.Checks;

/// <summary>Looks whether a disk has room.</summary>
internal sealed class DiskHealthCheck(string path, double minimumFreePercent) : IHealthCheck
{
    private const double NearlyFull = 2;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var disk = new DriveInfo(Path.GetFullPath(path));
        var free = 100.0 * disk.AvailableFreeSpace / disk.TotalSize;
        var text = FormattableString.Invariant($"{free:F1} % of the disk of {path} are free, {minimumFreePercent} % are needed.");
        return Task.FromResult(
            free < minimumFreePercent ? new HealthCheckResult(context.Registration.FailureStatus, text)
            : free < NearlyFull * minimumFreePercent ? HealthCheckResult.Degraded(text)
            : HealthCheckResult.Healthy(text));
    }
}
