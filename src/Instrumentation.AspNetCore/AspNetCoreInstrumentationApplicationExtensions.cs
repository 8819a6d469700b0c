using Instrumentation.AspNetCore.Correlation;
using Instrumentation.AspNetCore.Requests;
using Instrumentation.AspNetCore.Scraping;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Puts the parts added by <c>AddAspNetCore</c> into the pipeline.</summary>
public static class AspNetCoreInstrumentationApplicationExtensions
{
    /// <summary>Correlation id in and out, one log line per finished request, and 500 with the correlation id for what nobody handled.</summary>
    /// <remarks>Call it first: what runs before it has no correlation id.</remarks>
    /// <param name="app">The application.</param>
    /// <returns>The same application.</returns>
    public static IApplicationBuilder UseInstrumentation(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return app
            .UseMiddleware<CorrelationMiddleware>()
            .UseMiddleware<RequestLogMiddleware>()
            .UseMiddleware<UnhandledExceptionMiddleware>();
    }

    /// <summary>
    /// Maps the endpoint that a Prometheus server scrapes: OpenMetrics 1.0 for who asks for it, else Prometheus text 0.0.4, compressed where that is accepted.
    /// It shows our own series and those of every other meter in the process.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">Path of the endpoint.</param>
    /// <returns>A builder for conventions of the endpoint, such as authorization.</returns>
    public static IEndpointConventionBuilder MapInstrumentation(this IEndpointRouteBuilder endpoints, string pattern = "/metrics")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        return endpoints.MapGet(pattern, MetricsEndpoint.WriteAsync).ExcludeFromDescription();
    }
}
