using Microsoft.AspNetCore.Http;

namespace Instrumentation.AspNetCore.Logging;

/// <summary>The log context that a request begins with: the ids that its caller sent, and whether its lines are written at all.</summary>
internal static class RequestLogContext
{
    private static readonly LogContext s_muted = new() { IsMuted = true };

    /// <summary>Begins it, for all that follows in this flow of execution.</summary>
    public static void Begin(HttpRequest request, LogSampling sampling)
    {
        var keeps = sampling.Keeps(request.Path);
        var (id, user) = (request.Headers["x-request-id"], request.Headers["x-user-id"]);
        if (id.Count > 0 || user.Count > 0)
        {
            var log = new LogContext { IsMuted = !keeps };
            log.Take(LogFieldNames.RequestId, id);
            log.Take(LogFieldNames.UserId, user);
            log.Begin();
        }
        else if (!keeps)
        {
            LogContext.Replace(s_muted);
        }
    }
}
