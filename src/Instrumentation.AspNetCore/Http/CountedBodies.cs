using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Instrumentation.AspNetCore.Http;

/// <summary>
/// Stands before a request's response body and counts what is written: few responses announce their length. One object per request, and no pool: code that goes on writing after its request
/// has ended must not reach another one.
/// </summary>
internal sealed class CountedBodies : IHttpResponseBodyFeature
{
    private readonly HttpContext _context;
    private readonly IHttpResponseBodyFeature _inner;
    private readonly CountingReadStream? _request;
    private CountingPipeWriter? _writer;
    private CountingWriteStream? _stream;
    private long _sentFiles;

    private CountedBodies(HttpContext context, IHttpResponseBodyFeature inner)
    {
        _context = context;
        _inner = inner;
        if (context.Request.ContentLength is null && context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true })
        {
            context.Request.Body = _request = new CountingReadStream(context.Request.Body);
        }
    }

    /// <summary>Length of the request's body: as announced, else as read.</summary>
    public long RequestLength => _context.Request.ContentLength ?? _request?.Count ?? 0;

    /// <summary>Length of the response's body; the answer to HEAD has none.</summary>
    public long ResponseLength =>
        HttpMethods.IsHead(_context.Request.Method) ? 0 : (_writer?.Count ?? 0) + (_stream?.Count ?? 0) + _sentFiles;

    public Stream Stream => _stream ??= new CountingWriteStream(_inner.Stream);

    public PipeWriter Writer => _writer ??= new CountingPipeWriter(_inner.Writer);

    /// <summary>Counts the bodies of a request from now on.</summary>
    public static CountedBodies? Of(HttpContext context)
    {
        if (context.Features.Get<IHttpResponseBodyFeature>() is not { } inner)
        {
            return null;
        }

        var counted = new CountedBodies(context, inner);
        context.Features.Set<IHttpResponseBodyFeature>(counted);
        return counted;
    }

    public void DisableBuffering() => _inner.DisableBuffering();

    public Task StartAsync(CancellationToken cancellationToken = default) => _inner.StartAsync(cancellationToken);

    public Task CompleteAsync() => _inner.CompleteAsync();

    public async Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default)
    {
        await _inner.SendFileAsync(path, offset, count, cancellationToken).ConfigureAwait(false);
        _sentFiles += count ?? new FileInfo(path).Length - offset;
    }
}
