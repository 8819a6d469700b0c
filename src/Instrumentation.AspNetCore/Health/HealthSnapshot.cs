using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Instrumentation.AspNetCore.Health;

/// <summary>The answers of several checks.</summary>
internal sealed record HealthSnapshot(HealthStatus Status, DateTimeOffset At, TimeSpan Took, IReadOnlyList<(CachedCheck Check, CheckOutcome Outcome)> Results)
{
    /// <summary>Whether the service can do its work, if perhaps not well.</summary>
    public bool IsUp => Status != HealthStatus.Unhealthy;
}
