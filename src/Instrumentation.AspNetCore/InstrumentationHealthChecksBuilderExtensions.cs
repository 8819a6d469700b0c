using Instrumentation.AspNetCore.Health.Checks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>
/// Checks that services need again and again, for <c>builder.Services.AddHealthChecks()</c>. A check without the tag <c>live</c>, <c>ready</c> or <c>startup</c> counts for readiness;
/// the tag <c>database</c> shows it under <c>database</c> too.
/// </summary>
/// <example>
/// <code>
/// builder.Services.AddHealthChecks()
///     .AddMemory(limitMegabytes: 1024)
///     .AddDisk("data", minimumFreePercent: 10)
///     .AddHttpDependency("provider", new Uri("https://provider/health"), TimeSpan.FromSeconds(5));
/// </code>
/// </example>
public static class InstrumentationHealthChecksBuilderExtensions
{
    /// <summary>The process's resident memory: unhealthy at the limit, degraded from 90 % of it.</summary>
    /// <param name="builder">The checks.</param>
    /// <param name="limitMegabytes">The limit, in MiB; above 0.</param>
    /// <param name="name">Name of the check.</param>
    /// <param name="tags">Its tags.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not above 0.</exception>
    public static IHealthChecksBuilder AddMemory(this IHealthChecksBuilder builder, int limitMegabytes, string name = "memory", params string[] tags)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limitMegabytes);
        return builder.Add(new HealthCheckRegistration(name, new MemoryHealthCheck((long)limitMegabytes << 20), failureStatus: null, tags));
    }

    /// <summary>The room on the disk of a path: unhealthy below the minimum, degraded below twice that.</summary>
    /// <param name="builder">The checks.</param>
    /// <param name="path">A path on the disk, absolute or relative to the current directory.</param>
    /// <param name="minimumFreePercent">How much must be free, in percent, 0 to 100.</param>
    /// <param name="name">Name of the check.</param>
    /// <param name="tags">Its tags.</param>
    /// <exception cref="ArgumentOutOfRangeException">The minimum is not a percentage.</exception>
    public static IHealthChecksBuilder AddDisk(this IHealthChecksBuilder builder, string path, double minimumFreePercent = 5, string name = "disk", params string[] tags)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentOutOfRangeException.ThrowIfNegative(minimumFreePercent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minimumFreePercent, 100);
        return builder.Add(new HealthCheckRegistration(name, new DiskHealthCheck(path, minimumFreePercent), failureStatus: null, tags));
    }

    /// <summary>Another service: degraded where it answers with another status than 2xx, unhealthy where it does not answer in time.</summary>
    /// <param name="builder">The checks.</param>
    /// <param name="name">Name of the check.</param>
    /// <param name="url">What is asked for, with GET.</param>
    /// <param name="timeout">How long to wait; default 5 s.</param>
    /// <param name="tags">Its tags.</param>
    public static IHealthChecksBuilder AddHttpDependency(this IHealthChecksBuilder builder, string name, Uri url, TimeSpan? timeout = null, params string[] tags)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(url);
        builder.Services.AddHttpClient();
        return builder.Add(new HealthCheckRegistration(
            name, provider => new HttpHealthCheck(provider.GetRequiredService<IHttpClientFactory>(), url, timeout ?? TimeSpan.FromSeconds(5)), failureStatus: null, tags));
    }
}
