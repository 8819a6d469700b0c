using System.IO.Pipelines;
using Instrumentation.AspNetCore.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Instrumentation.AspNetCore.Requests;

/// <summary>
/// What is kept of a request until it is answered. It returns the correlation id, and where bodies are to be counted it stands before the response's body: few responses announce their length. One object per
/// request, and no pool: code that goes on writing after its request has ended must not reach another one.
/// </summary>
internal sealed class ServedRequest : IHttpResponseBodyFeature
{
    private readonly string _header;
    private readonly string _correlationId;
    private readonly IHttpResponseBodyFeature? _inner;
    private readonly CountingReadStream? _request;
    private CountingPipeWriter? _writer;
    private CountingWriteStream? _stream;
    private long _sentFiles;

    public ServedRequest(HttpContext context, string header, string correlationId, bool countsBodies)
    {
        (Context, _header, _correlationId) = (context, header, correlationId);

        // As late as possible: exception handlers clear the headers that were set before them.
        context.Response.OnStarting(static state => ((ServedRequest)state).ReturnCorrelationId(), this);
        if (countsBodies && context.Features.Get<IHttpResponseBodyFeature>() is { } inner)
        {
            _inner = inner;
            context.Features.Set<IHttpResponseBodyFeature>(this);
            if (context.Request.ContentLength is null && context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true })
            {
                context.Request.Body = _request = new CountingReadStream(context.Request.Body);
            }
        }
    }

    public HttpContext Context { get; }

    /// <summary>Whether its bodies are counted.</summary>
    public bool CountsBodies => _inner is not null;

    /// <summary>Length of the request's body: as announced, else as read.</summary>
    public long RequestLength => Context.Request.ContentLength ?? _request?.Count ?? 0;

    /// <summary>Length of the response's body; the answer to HEAD has none.</summary>
    public long ResponseLength =>
        HttpMethods.IsHead(Context.Request.Method) ? 0 : (_writer?.Count ?? 0) + (_stream?.Count ?? 0) + _sentFiles;

    public Stream Stream => _stream ??= new CountingWriteStream(_inner!.Stream);

    public PipeWriter Writer => _writer ??= new CountingPipeWriter(_inner!.Writer);

    public void DisableBuffering() => _inner!.DisableBuffering();

    public Task StartAsync(CancellationToken cancellationToken = default) => _inner!.StartAsync(cancellationToken);

    public Task CompleteAsync() => _inner!.CompleteAsync();

    public async Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default)
    {
        await _inner!.SendFileAsync(path, offset, count, cancellationToken).ConfigureAwait(false);
        _sentFiles += count ?? new FileInfo(path).Length - offset;
    }

    private Task ReturnCorrelationId()
    {
        Context.Response.Headers[_header] = _correlationId;
        return Task.CompletedTask;
    }
}
