using System.Diagnostics;
using Instrumentation.AspNetCore.Correlation;
using Instrumentation.AspNetCore.Http;
using Instrumentation.AspNetCore.Logging;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Instrumentation.AspNetCore.Requests;

/// <summary>Puts each request's correlation id and log context into the context of all that follows, measures it, and writes one line when it is finished.</summary>
internal sealed class RequestMiddleware(
    RequestDelegate next,
    CorrelationIds ids,
    LogSampling sampling,
    HttpMetrics metrics,
    IOptions<AspNetCoreInstrumentationOptions> options,
    ILogger<RequestMiddleware> logger)
{
    private readonly LogLevel _readLevel = options.Value.ReadLogLevel;

    // Not async on purpose: an async method would undo the AsyncLocals when it returns, and what the server logs
    // after the pipeline would have no id. The server itself resets the context between requests.
    public Task InvokeAsync(HttpContext context)
    {
        var start = Stopwatch.GetTimestamp();
        var id = ids.TakeOrMake(context.Request);
        CorrelationContext.Id = id;
        RequestLogContext.Begin(context.Request, sampling);
        var span = RequestSpan.Of(context);
        span?.SetTag("correlation_id", id);
        return MeasureAsync(new ServedRequest(context, ids.Header, id, metrics.CountsBodies), span, start);
    }

    private async Task MeasureAsync(ServedRequest request, Activity? span, long start)
    {
        var context = request.Context;
        var endpoint = context.GetEndpoint();
        var started = metrics.Start(context.Request.Method, RouteTemplate.Of(endpoint));
        try
        {
            await next(context).ConfigureAwait(false);
        }
        finally
        {
            var ticks = Stopwatch.GetTimestamp() - start;
            var route = RouteTemplate.Of(context, endpoint);
            if (span is not null)
            {
                RequestSpan.Describe(span, context, route);
            }

            metrics.Stop(request, started, route, ticks);
            WriteLine(context, route, ticks);
        }
    }

    private void WriteLine(HttpContext context, string route, long ticks)
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
            RequestLog.RequestFinished(logger, level, RequestLabels.MethodName(context.Request.Method), route, status, elapsed);
        }
    }
}
