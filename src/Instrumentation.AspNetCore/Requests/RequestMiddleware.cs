using System.Diagnostics;
using Instrumentation.AspNetCore.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Instrumentation.AspNetCore.Requests;

/// <summary>Measures each request and writes one line when it is finished.</summary>
internal sealed class RequestMiddleware(RequestDelegate next, HttpMetrics metrics, IOptions<AspNetCoreInstrumentationOptions> options, ILogger<RequestMiddleware> logger)
{
    private readonly LogLevel _readLevel = options.Value.ReadLogLevel;

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
        var level = status switch
        {
            >= StatusCodes.Status500InternalServerError => LogLevel.Error,
            < StatusCodes.Status400BadRequest when HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) => _readLevel,
            _ => LogLevel.Information,
        };
        if (logger.IsEnabled(level))
        {
            var elapsed = Math.Round(Stopwatch.GetElapsedTime(0, ticks).TotalMilliseconds, 3);
            RequestLog.RequestFinished(logger, level, RequestLabels.MethodName(context.Request.Method), RouteTemplate.Of(context), status, elapsed);
        }
    }
}
