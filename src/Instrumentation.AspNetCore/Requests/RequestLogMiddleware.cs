using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Instrumentation.AspNetCore.Requests;

/// <summary>Writes one line per finished request.</summary>
internal sealed class RequestLogMiddleware(RequestDelegate next, ILogger<RequestLogMiddleware> logger, IOptions<AspNetCoreInstrumentationOptions> options)
{
    private readonly PathString[] _quietPaths = [.. options.Value.QuietPaths.Select(static path => new PathString(path))];

    public Task InvokeAsync(HttpContext context) =>
        logger.IsEnabled(LogLevel.Information) && !IsQuiet(context.Request.Path) ? InvokeLoggedAsync(context) : next(context);

    private async Task InvokeLoggedAsync(HttpContext context)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            await next(context).ConfigureAwait(false);
        }
        finally
        {
            var elapsed = Math.Round(Stopwatch.GetElapsedTime(start).TotalMilliseconds, 3);
            RequestLog.RequestFinished(logger, context.Request.Method, RouteTemplate.Of(context), context.Response.StatusCode, elapsed);
        }
    }

    private bool IsQuiet(PathString path)
    {
        foreach (var quiet in _quietPaths)
        {
            if (path.StartsWithSegments(quiet, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
