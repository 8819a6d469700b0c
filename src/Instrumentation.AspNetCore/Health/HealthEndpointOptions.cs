namespace Instrumentation.AspNetCore.Health;

/// <summary>Options of the health endpoints.</summary>
public sealed class HealthEndpointOptions
{
    /// <summary>
    /// For how long the result of a check is good: probes within that time get it again, and however many ask, a check runs once at a time. 0 asks each time. Default 2 s.
    /// </summary>
    public TimeSpan CacheDuration { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a probe waits for a check; one that takes longer is unhealthy, and is not begun again before it has ended. Default 5 s.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);
}
