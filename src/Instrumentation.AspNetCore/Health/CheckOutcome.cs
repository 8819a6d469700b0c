using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Instrumentation.AspNetCore.Health;

/// <summary>What a check said, when, and how long that took.</summary>
internal sealed record CheckOutcome(HealthStatus Status, TimeSpan Took, DateTimeOffset At, string? Error, PoolStatistics? Pool);
