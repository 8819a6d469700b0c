using Microsoft.AspNetCore.Http;

namespace Instrumentation.AspNetCore.Http;

/// <summary>Records requests; this one records none.</summary>
internal class HttpMetrics
{
    /// <summary>Whether bodies have to be counted.</summary>
    public virtual bool CountsBodies => false;

    /// <summary>A request begins.</summary>
    /// <returns>What <see cref="Stop"/> is to be given.</returns>
    public virtual long Start(HttpContext context) => 0;

    /// <summary>A request has ended.</summary>
    /// <param name="context">The request.</param>
    /// <param name="started">What <see cref="Start"/> returned.</param>
    /// <param name="ticks">How long it took.</param>
    /// <param name="bodies">Its bodies, if they were counted.</param>
    public virtual void Stop(HttpContext context, long started, long ticks, CountedBodies? bodies)
    {
    }

    /// <summary>The metrics that the options ask for.</summary>
    public static HttpMetrics Create(AspNetCoreInstrumentationOptions options) => options.Http.Names switch
    {
        HttpMetricNames.OpenTelemetry => new OpenTelemetryHttpMetrics(),
        HttpMetricNames.None => new HttpMetrics(),
        _ => new PrometheusHttpMetrics(options),
    };
}
