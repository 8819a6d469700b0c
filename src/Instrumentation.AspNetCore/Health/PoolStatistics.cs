namespace Instrumentation.AspNetCore.Health;

/// <summary>
/// How full a pool of connections is. A check that has it among the data of its result (under any key) gets it shown as <c>pool_stats</c>.
/// </summary>
/// <example>
/// <code>
/// return HealthCheckResult.Healthy(data: new Dictionary&lt;string, object&gt; { ["pool"] = new PoolStatistics(Active: 3, Idle: 7, MaxConnections: 50) });
/// </code>
/// </example>
/// <param name="Active">Connections in use.</param>
/// <param name="Idle">Connections that are open and wait.</param>
/// <param name="MaxConnections">The most there may be; 0 where there is no such limit.</param>
/// <param name="MinConnections">The fewest that are kept open.</param>
public sealed record PoolStatistics(int Active, int Idle, int MaxConnections, int MinConnections = 0)
{
    private const double NearCapacityPercent = 80;

    /// <summary>Connections that are open.</summary>
    public int Size => Active + Idle;

    /// <summary>The share of <see cref="MaxConnections"/> that is in use, in percent; 0 without such a limit.</summary>
    public double UtilizationPercent => MaxConnections > 0 ? 100.0 * Active / MaxConnections : 0;

    /// <summary>Whether more than 80 % are in use.</summary>
    public bool NearCapacity => UtilizationPercent > NearCapacityPercent;
}
