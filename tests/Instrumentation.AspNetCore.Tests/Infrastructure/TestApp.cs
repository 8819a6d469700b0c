using System.IO.Pipelines;
using System.Net.Sockets;
using System.Text;
using Instrumentation.Exposition;
using Instrumentation.TestTools;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Instrumentation.AspNetCore.Tests.Infrastructure;

/// <summary>A host with our parts on the real server and a free port.</summary>
internal sealed class TestApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestApp(WebApplication app)
    {
        _app = app;
        Address = new Uri(app.Urls.First());
        Http = new HttpClient { BaseAddress = Address };
    }

    public HttpClient Http { get; }

    public Uri Address { get; }

    public IServiceProvider Services => _app.Services;

    public IReadOnlyList<Uri> Addresses => [.. _app.Urls.Select(static url => new Uri(url))];

    public static async Task<TestApp> StartAsync(
        Action<WebApplication> map,
        Action<AspNetCoreInstrumentationOptions>? options = null,
        Action<WebApplicationBuilder>? build = null,
        IReadOnlyDictionary<string, string?>? settings = null,
        string urls = "http://127.0.0.1:0")
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(settings ?? new Dictionary<string, string?>(StringComparer.Ordinal));
        builder.WebHost.UseUrls(urls);
        builder.Logging.ClearProviders();
        builder.AddInstrumentation().AddAspNetCore(options);
        build?.Invoke(builder);
        var app = builder.Build();
        app.UseInstrumentation();
        map(app);
        await app.StartAsync();
        return new TestApp(app);
    }

    /// <summary>What a scraper would see. A request is recorded after its answer, so the server is stopped first, which waits for that.</summary>
    public async Task<IReadOnlyDictionary<string, ParsedFamily>> StopAndScrapeAsync()
    {
        await _app.StopAsync();
        return await ScrapeAsync();
    }

    public static async Task<IReadOnlyDictionary<string, ParsedFamily>> ScrapeAsync()
    {
        using var text = new MemoryStream();
        var writer = PipeWriter.Create(text, new StreamPipeWriterOptions(leaveOpen: true));
        await PrometheusExposition.WriteAsync(writer, ExpositionFormat.PrometheusText, CancellationToken.None);
        await writer.CompleteAsync();
        return MetricsText.Parse(text.ToArray());
    }

    public Task StopAsync() => _app.StopAsync();

    /// <summary>Sends what no client would, on a connection that the server closes afterwards.</summary>
    public async Task<string> SendAsync(string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(Address.Host, Address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}
