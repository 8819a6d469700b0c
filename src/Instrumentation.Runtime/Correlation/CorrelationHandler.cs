using System.Diagnostics;

namespace Instrumentation;

/// <summary>
/// Sends the correlation id with each request of an <see cref="HttpClient"/>, and the trace context where the client below does not do so itself.
/// A header that the caller has set stays as it is.
/// </summary>
/// <remarks>
/// The framework's own handlers write the trace context, as the parent of their own span; writing it here too would hide that span. They are left to it,
/// also where they have been told not to.
/// </remarks>
/// <example><code>var client = new HttpClient(new CorrelationHandler { InnerHandler = new SocketsHttpHandler() });</code></example>
public sealed class CorrelationHandler : DelegatingHandler
{
    /// <summary>The header's usual name.</summary>
    public const string DefaultHeader = "x-correlation-id";

    private readonly string _header;

    /// <summary>A handler that sends the correlation id under a name.</summary>
    /// <param name="header">Name of the header.</param>
    /// <exception cref="ArgumentException"><paramref name="header"/> is empty.</exception>
    public CorrelationHandler(string header = DefaultHeader)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(header);
        _header = header;
    }

    /// <inheritdoc />
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        AddHeaders(request);
        return base.SendAsync(request, cancellationToken);
    }

    /// <inheritdoc />
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        AddHeaders(request);
        return base.Send(request, cancellationToken);
    }

    private void AddHeaders(HttpRequestMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (CorrelationContext.Id is { } id && !request.Headers.Contains(_header))
        {
            request.Headers.TryAddWithoutValidation(_header, id);
        }

        if (Activity.Current is { } activity && !PropagatesItself(InnerHandler))
        {
            DistributedContextPropagator.Current.Inject(activity, request, static (carrier, name, value) =>
            {
                if (carrier is HttpRequestMessage { Headers: var headers } && !headers.Contains(name))
                {
                    headers.TryAddWithoutValidation(name, value);
                }
            });
        }
    }

    private static bool PropagatesItself(HttpMessageHandler? handler)
    {
        while (handler is DelegatingHandler { InnerHandler: var inner })
        {
            handler = inner;
        }

        return handler is SocketsHttpHandler or HttpClientHandler;
    }
}
