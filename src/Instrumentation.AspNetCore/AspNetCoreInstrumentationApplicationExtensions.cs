using Instrumentation.AspNetCore;
using Instrumentation.AspNetCore.Health;
using Instrumentation.AspNetCore.Process;
using Instrumentation.AspNetCore.Requests;
using Instrumentation.AspNetCore.Scraping;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Puts the parts added by <c>AddAspNetCore</c> into the pipeline.</summary>
public static class AspNetCoreInstrumentationApplicationExtensions
{
    /// <summary>Correlation id in and out, the log context of the request, metrics and one log line per finished request, and 500 with the correlation id for what nobody handled.</summary>
    /// <remarks>
    /// Call it first: what runs before it has no correlation id and is not measured. That goes for <c>UseAuthentication</c> and <c>UseAuthorization</c> too, which the framework puts first where the host does
    /// not call them.
    /// </remarks>
    /// <param name="app">The application.</param>
    /// <returns>The same application.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="app"/> is null.</exception>
    public static IApplicationBuilder UseInstrumentation(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        ProcessMetrics.Declare(OptionsOf(app.ApplicationServices));
        return app
            .UseMiddleware<RequestMiddleware>()
            .UseMiddleware<UnhandledExceptionMiddleware>();
    }

    /// <summary>
    /// Maps the endpoint that a Prometheus server scrapes: OpenMetrics 1.0 for who asks for it, else Prometheus text 0.0.4, compressed where that is accepted.
    /// It shows our own series and those of every other meter in the process. Guarded by <see cref="AspNetCoreInstrumentationOptions.ManagementPort"/> and
    /// <see cref="AspNetCoreInstrumentationOptions.ManagementPolicy"/>.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">Path of the endpoint.</param>
    /// <returns>A builder for conventions of the endpoint, such as authorization.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="endpoints"/> is null.</exception>
    public static IEndpointConventionBuilder MapInstrumentation(this IEndpointRouteBuilder endpoints, string pattern = "/metrics")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var endpoint = endpoints.MapGet(pattern, MetricsEndpoint.WriteAsync).ExcludeFromDescription();
        return OptionsOf(endpoints.ServiceProvider).ManagementPolicy is { } policy ? endpoint.RequireAuthorization(policy) : endpoint;
    }

    /// <summary>Maps the health endpoints over the host's checks (<c>builder.Services.AddHealthChecks()</c>); <c>AddAspNetCore</c> is needed.</summary>
    /// <remarks>
    /// <list type="table">
    /// <listheader><term>endpoint</term><description>answer</description></listheader>
    /// <item><term><c>/health</c></term><description>All checks, as JSON: <c>status</c> (<c>healthy</c>, <c>degraded</c>, <c>unhealthy</c>), <c>timestamp</c>, and in detail <c>version</c>, <c>checks</c> (by name: <c>status</c>,
    /// <c>response_time_ms</c>, <c>last_check</c>, <c>error</c>), <c>database</c> (the checks tagged so: <c>status</c>, <c>latency_ms</c>, <c>error</c>), <c>pool_stats</c> (<see cref="PoolStatistics"/>), <c>check_duration_ms</c>.</description></item>
    /// <item><term><c>/health/live</c></term><description>The checks tagged <c>live</c>, of which there need be none: <c>alive</c>.</description></item>
    /// <item><term><c>/health/ready</c></term><description>The checks tagged <c>ready</c> and those without a tag for a probe, and whether the host has been told to end: <c>ready</c> or <c>not ready</c>. With <c>/health</c> also as <c>/ready</c>, always as JSON with that <c>message</c>.</description></item>
    /// <item><term><c>/health/startup</c></term><description>The checks tagged <c>startup</c>, and whether the host has started: <c>started</c> or <c>starting</c>.</description></item>
    /// </list>
    /// Unhealthy is 503, all else 200. Who accepts <c>application/json</c> by name gets JSON everywhere. The details are guarded by <see cref="AspNetCoreInstrumentationOptions.ManagementPort"/> and
    /// <see cref="AspNetCoreInstrumentationOptions.ManagementPolicy"/>. Results are kept as <see cref="HealthEndpointOptions"/> says.
    /// </remarks>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">Path of the endpoint for all checks.</param>
    /// <returns>A builder for conventions of all these endpoints.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="endpoints"/> is null.</exception>
    public static IEndpointConventionBuilder MapInstrumentationHealth(this IEndpointRouteBuilder endpoints, string pattern = "/health")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var group = endpoints.MapGroup(string.Empty);
        HealthEndpoints.Map(group, pattern);
        return group.ExcludeFromDescription();
    }

    private static AspNetCoreInstrumentationOptions OptionsOf(IServiceProvider services) => services.GetRequiredService<IOptions<AspNetCoreInstrumentationOptions>>().Value;
}
