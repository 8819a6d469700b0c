using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Instrumentation.AspNetCore.Requests;

/// <summary>Names a request by its route template, never by its path: paths are unbounded and may hold secrets.</summary>
internal static class RouteTemplate
{
    public const string Unmatched = "(unmatched)";

    public static string Of(HttpContext context)
    {
        // An exception handler that re-executes the pipeline clears the endpoint and keeps it in its feature.
        var endpoint = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.GetEndpoint();
        return (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? Unmatched;
    }
}
