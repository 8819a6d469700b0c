using Microsoft.Extensions.Logging;

namespace Instrumentation.AspNetCore.Requests;

/// <summary>The log messages about requests, all in one place.</summary>
internal static partial class RequestLog
{
    [LoggerMessage(EventId = 1, Message = "{Method} {Route} answered {Status} in {ElapsedMs} ms", SkipEnabledCheck = true)]
    public static partial void RequestFinished(ILogger logger, LogLevel level, string method, string route, int status, double elapsedMs);

    [LoggerMessage(2, LogLevel.Error, "{Method} {Route} failed with an exception that nobody handled")]
    public static partial void RequestFailed(ILogger logger, Exception exception, string method, string route);
}
