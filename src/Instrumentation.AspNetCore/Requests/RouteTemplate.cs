using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Instrumentation.AspNetCore.Requests;

/// <summary>Names a request by its route template, never by its path: paths are unbounded and may hold secrets.</summary>
internal static class RouteTemplate
{
    public const string Unmatched = "(unmatched)";

    public static string Of(Endpoint? endpoint) => (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? Unmatched;

    /// <summary>The route of a request that has been answered.</summary>
    /// <param name="context">The request.</param>
    /// <param name="before">Its endpoint when it began, where that is known: while it has the same one, nothing has led it elsewhere.</param>
    public static string Of(HttpContext context, Endpoint? before)
    {
        // An exception handler that re-executes the pipeline clears the endpoint and keeps it in its feature.
        var endpoint = context.GetEndpoint();
        return Of(endpoint is not null && ReferenceEquals(endpoint, before) ? endpoint : context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? endpoint);
    }
}
