using Microsoft.AspNetCore.Http;

namespace Instrumentation.AspNetCore.Logging;

/// <summary>Begins the log context of a request: the ids that its caller sent, and whether its lines are written at all.</summary>
internal sealed class LogContextMiddleware(RequestDelegate next, LogSampling sampling)
{
    private static readonly LogContext s_muted = new() { IsMuted = true };

    // Not async, for the reason that CorrelationMiddleware gives.
    public Task InvokeAsync(HttpContext context)
    {
        var keeps = sampling.Keeps(context.Request.Path);
        var (request, user) = (context.Request.Headers["x-request-id"], context.Request.Headers["x-user-id"]);
        if (request.Count > 0 || user.Count > 0)
        {
            var log = new LogContext { IsMuted = !keeps };
            log.Take(LogFieldNames.RequestId, request);
            log.Take(LogFieldNames.UserId, user);
            log.Begin();
        }
        else if (!keeps)
        {
            LogContext.Replace(s_muted);
        }

        return next(context);
    }
}
