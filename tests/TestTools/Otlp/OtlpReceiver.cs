using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Instrumentation.TestTools.Otlp;

/// <summary>A collector that keeps what it is sent, over HTTP or gRPC, and can be slow or broken.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Path, ProtoMessage Message)> _received = new();
    private readonly SemaphoreSlim _came = new(0);

    private OtlpReceiver(HttpProtocols protocols)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = protocols));
        _app = builder.Build();
        _app.MapPost("/{**path}", TakeAsync);
    }

    public Uri Address => new(_app.Urls.Single());

    /// <summary>What is answered; 200 until it is set.</summary>
    public int Status { get; set; } = 200;

    /// <summary>What an answer waits for.</summary>
    public Task Delay { get; set; } = Task.CompletedTask;

    public static async Task<OtlpReceiver> StartAsync(HttpProtocols protocols = HttpProtocols.Http1)
    {
        var receiver = new OtlpReceiver(protocols);
        await receiver._app.StartAsync();
        return receiver;
    }

    public IReadOnlyList<ProtoMessage> Received(string path) => [.. _received.Where(item => item.Path.Equals(path, StringComparison.OrdinalIgnoreCase)).Select(static item => item.Message)];

    /// <summary>Waits until what has come satisfies a condition.</summary>
    public async Task WaitUntilAsync(Func<OtlpReceiver, bool> condition)
    {
        while (!condition(this))
        {
            await _came.WaitAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _came.Dispose();
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var isGrpc = context.Request.ContentType == "application/grpc";

        // A gRPC message has a flag and its length before it.
        _received.Enqueue((context.Request.Path.Value!, new ProtoMessage(body.ToArray().AsMemory(isGrpc ? 5 : 0))));
        _came.Release();
        await Delay;
        context.Response.StatusCode = Status;
        if (isGrpc)
        {
            context.Response.ContentType = "application/grpc";
            context.Response.AppendTrailer("grpc-status", "0");
            await context.Response.Body.WriteAsync(new byte[5]);
        }
    }
}
