using Instrumentation;
using Microsoft.Data.Sqlite;
using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Storage;

namespace SchemaRegistry.Api.Http;

/// <summary>Gives every failed request an error body. What the client did not cause is logged and told by its correlation id only.</summary>
/// <param name="next">The rest of the pipeline.</param>
/// <param name="write">Writes the body as the API has it.</param>
/// <param name="logger">Where failures go.</param>
internal sealed class ErrorMiddleware(RequestDelegate next, ErrorWriter write, ILogger<ErrorMiddleware> logger)
{
    private const int StoreError = 50001;
    private const int StoreUnavailable = 50301;

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (IOException exception) when (exception is not BadHttpRequestException && context is { Response.HasStarted: false, RequestAborted.IsCancellationRequested: true })
        {
            // The rest of the body never came.
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return;
        }
        catch (Exception exception) when (!context.Response.HasStarted && !IsGivenUp(context, exception))
        {
            await WriteAsync(context, Translate(exception));
            return;
        }

        // Routing answers unknown paths and verbs with a bare status.
        if (!context.Response.HasStarted && context.Response is { StatusCode: >= 400, ContentType: null })
        {
            await WriteAsync(context, RegistryErrors.OfStatus(context.Response.StatusCode), keepHeaders: true);
        }
    }

    private static bool IsGivenUp(HttpContext context, Exception exception) =>
        exception is OperationCanceledException && context.RequestAborted.IsCancellationRequested;

    private RegistryException Translate(Exception exception)
    {
        switch (exception)
        {
            case RegistryException known:
                return known;
            case WorkLimitException limit:
                // A bound on what one request may cause, met where nobody could say more about it.
                return RegistryErrors.InvalidSchema(limit.Message);
            case BadHttpRequestException bad:
                // The binder's own texts speak of C# parameters.
                return RegistryErrors.OfStatus(bad.StatusCode);
            case SqliteException sqlite when DatabaseErrors.Reason(sqlite) is { } reason:
                ErrorLog.StoreFailed(logger, exception);
                return new RegistryException(503, StoreUnavailable, Hidden($"The registry cannot do this now, nothing was changed: {reason}"));
            case SqliteException:
                ErrorLog.StoreFailed(logger, exception);
                return new RegistryException(500, StoreError, Hidden("Error in the backend data store"));
            default:
                ErrorLog.RequestFailed(logger, exception);
                return new RegistryException(500, 500, Hidden("Internal Server Error"));
        }
    }

    private static string Hidden(string text) => $"{text}. Correlation id: {CorrelationContext.Id}";

    private Task WriteAsync(HttpContext context, RegistryException error, bool keepHeaders = false)
    {
        if (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody reads a body; log and metrics still tell what the answer would have been.
            context.Response.StatusCode = error.Status;
            return Task.CompletedTask;
        }

        // A 405 keeps its Allow header.
        if (!keepHeaders)
        {
            context.Response.Clear();
        }

        return write(context, error);
    }
}
