using Instrumentation.AspNetCore.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Instrumentation.AspNetCore.Correlation;

/// <summary>Takes or makes the correlation id, returns it, and puts it into the context of all that follows.</summary>
internal sealed class CorrelationMiddleware(RequestDelegate next, IOptions<AspNetCoreInstrumentationOptions> options)
{
    private readonly string _header = options.Value.CorrelationHeader;

    // Not async on purpose: an async method would undo the AsyncLocal when it returns, and what the server logs
    // after the pipeline would have no id. The server itself resets the context between requests.
    public Task InvokeAsync(HttpContext context)
    {
        var id = TakeOrMake(context.Request);
        CorrelationContext.Id = id;

        RequestSpan.Of(context)?.SetTag("correlation_id", id);

        // As late as possible: exception handlers clear the headers that were set before them.
        context.Response.OnStarting(static state =>
        {
            var (response, header, value) = ((HttpResponse, string, string))state;
            response.Headers[header] = value;
            return Task.CompletedTask;
        }, (context.Response, _header, id));

        return next(context);
    }

    private string TakeOrMake(HttpRequest request)
    {
        // Several values would leave open which one the caller will look for.
        var values = request.Headers[_header];
        return values.Count == 1 && values[0] is { } value && CorrelationContext.IsWellFormed(value) ? value : CorrelationContext.NewId();
    }
}
