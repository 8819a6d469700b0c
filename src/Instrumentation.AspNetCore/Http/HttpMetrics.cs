using Instrumentation.AspNetCore.Requests;

namespace Instrumentation.AspNetCore.Http;

/// <summary>Records requests; this one records none.</summary>
internal class HttpMetrics
{
    /// <summary>Whether bodies have to be counted.</summary>
    public virtual bool CountsBodies => false;

    /// <summary>A request begins.</summary>
    /// <param name="method">Its method, as the client sent it.</param>
    /// <param name="route">Its route, as far as that is known.</param>
    /// <returns>What <see cref="Stop"/> is to be given.</returns>
    public virtual StartedRequest Start(string method, string route) => default;

    /// <summary>A request has ended.</summary>
    /// <param name="request">The request.</param>
    /// <param name="started">What <see cref="Start"/> returned.</param>
    /// <param name="route">The route that it took.</param>
    /// <param name="ticks">How long it took.</param>
    public virtual void Stop(ServedRequest request, StartedRequest started, string route, long ticks)
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
