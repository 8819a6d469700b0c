using System.Diagnostics;
using Instrumentation.AspNetCore.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Instrumentation.AspNetCore.Requests;

/// <summary>
/// Gives the server's span the name and attributes that OpenTelemetry has for it (https://opentelemetry.io/docs/specs/semconv/http/http-spans), which the framework leaves to others. The query is not among them: it
/// may hold secrets.
/// </summary>
internal static class RequestSpan
{
    /// <summary>The span that somebody records. The framework makes one for log lines too, whose attributes nobody would ever read; they cost as much as all the metrics.</summary>
    public static Activity? Of(HttpContext context) =>
        IsListenedTo(Activity.Current) && context.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } span && span.Source.HasListeners() ? span : null;

    /// <summary>Describes the request that has been answered.</summary>
    public static void Describe(Activity span, HttpContext context, string route)
    {
        var (request, status) = (context.Request, context.Response.StatusCode);
        var method = RequestLabels.MethodName(request.Method);
        var isMatched = !ReferenceEquals(route, RouteTemplate.Unmatched);
        var verb = method == RequestLabels.OtherMethod ? "HTTP" : method;
        span.DisplayName = isMatched ? $"{verb} {route}" : verb;
        span.SetTag("http.request.method", method);
        span.SetTag("url.scheme", request.Scheme);
        span.SetTag("url.path", (request.PathBase + request.Path).Value);
        span.SetTag("http.response.status_code", status);
        if (isMatched)
        {
            span.SetTag("http.route", route);
        }

        if (status >= StatusCodes.Status500InternalServerError && span.Status == ActivityStatusCode.Unset)
        {
            span.SetStatus(ActivityStatusCode.Error);
        }
    }

    // The request's span is the current one or around it. To look a feature up costs more than to ask those spans, and most requests have one that nobody listens to.
    private static bool IsListenedTo(Activity? current)
    {
        while (current is not null && !current.Source.HasListeners())
        {
            current = current.Parent;
        }

        return current is not null;
    }
}
