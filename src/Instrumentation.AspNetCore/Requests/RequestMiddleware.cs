using System.Diagnostics;
using Instrumentation.AspNetCore.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Instrumentation.AspNetCore.Requests;

/// <summary>Measures each request and writes one line when it is finished.</summary>
internal sealed class RequestMiddleware(RequestDelegate next, HttpMetrics metrics, ILogger<RequestMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var start = Stopwatch.GetTimestamp();
        var bodies = metrics.CountsBodies ? CountedBodies.Of(context) : null;
        var started = metrics.Start(context);
        try
        {
            await next(context).ConfigureAwait(false);
        }
        finally
        {
            var ticks = Stopwatch.GetTimestamp() - start;
            RequestSpan.Describe(context);
            metrics.Stop(context, started, ticks, bodies);
            WriteLine(context, ticks);
        }
    }

    private void WriteLine(HttpContext context, long ticks)
    {
        var status = context.Response.StatusCode;
        var level = status >= StatusCodes.Status500InternalServerError ? LogLevel.Error : LogLevel.Information;
        if (logger.IsEnabled(level))
        {
            var elapsed = Math.Round(Stopwatch.GetElapsedTime(0, ticks).TotalMilliseconds, 3);
            RequestLog.RequestFinished(logger, level, RequestLabels.MethodName(context.Request.Method), RouteTemplate.Of(context), status, elapsed);
        }
    }
}
