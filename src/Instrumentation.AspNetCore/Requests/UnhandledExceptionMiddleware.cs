using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Instrumentation.AspNetCore.Requests;

/// <summary>
/// Answers for exceptions that nobody handled. Left to the server, the response would lose its headers and with them the correlation id.
/// </summary>
internal sealed class UnhandledExceptionMiddleware(RequestDelegate next, ILogger<UnhandledExceptionMiddleware> logger)
{
    private const int ClientClosedRequest = 499;

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to read an answer; the status is for the log line.
            SetStatus(context.Response, ClientClosedRequest);
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            SetStatus(context.Response, exception.StatusCode);
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            RequestLog.RequestFailed(logger, exception, context.Request.Method, RouteTemplate.Of(context, before: null));
            Mark(context, exception);
            SetStatus(context.Response, StatusCodes.Status500InternalServerError);
        }
    }

    private static void SetStatus(HttpResponse response, int status)
    {
        if (!response.HasStarted)
        {
            response.Clear();
            response.StatusCode = status;
        }
    }

    // The framework's request metric and span take the error from an exception that passes through them; this one no longer does.
    private static void Mark(HttpContext context, Exception exception)
    {
        var type = exception.GetType().FullName ?? exception.GetType().Name;
        context.Features.Get<IHttpMetricsTagsFeature>()?.Tags.Add(new("error.type", type));
        if (RequestSpan.Of(context) is { } activity)
        {
            activity.SetTag("error.type", type);
            activity.SetStatus(ActivityStatusCode.Error);
        }
    }
}
