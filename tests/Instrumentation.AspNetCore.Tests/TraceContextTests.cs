using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Instrumentation.AspNetCore.Tests.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Instrumentation.AspNetCore.Tests;

/// <summary>traceparent in, the server's span is its child, traceparent out; over real sockets, as callers send it.</summary>
public sealed class TraceContextTests
{
    private const string Trace = "12345678901234567890123456789012";
    private const string Span = "1234567890123456";

    [Theory]
    [InlineData("00-" + Trace + "-" + Span + "-01", "foo=1 , bar=2", "foo=1,bar=2")]
    [InlineData("cc-" + Trace + "-" + Span + "-01-what-the-future-will-be-like", "foo=1", "foo=1")]
    [InlineData("00-" + Trace + "-" + Span + "-01", "FOO=1", "")]
    public async Task Caller_Valid_IsTheParent_AndTheNextServerAChildOfThisOne(string parent, string state, string expected)
    {
        await using var app = await StartAsync();

        var lines = await SendAsync(app, $"traceparent: {parent}", $"tracestate: {state}", "baggage: tenant=one", "x-correlation-id: mine");

        // First this server's span, then what the next one was sent: id, parent, state, baggage.
        Assert.Equal($"{Trace} {Span} {expected} one", lines[0]);
        Assert.Equal($"00-{Trace}", lines[1][..35]);
        Assert.NotEqual(Span, lines[1].Split('-')[2]);
        Assert.Equal(expected, lines[2]);
        Assert.Equal("tenant = one", lines[3]);
        Assert.Equal("mine", lines[4]);
    }

    [Theory]
    [InlineData("traceparent: ff-" + Trace + "-" + Span + "-01")]
    [InlineData("traceparent: 00-00000000000000000000000000000000-" + Span + "-01")]
    [InlineData("traceparent: 00-" + Trace + "-0000000000000000-01")]
    [InlineData("traceparent: 00-ABCDEF78901234567890123456789012-" + Span + "-01")]
    [InlineData("traceparent: 00-" + Trace + "-" + Span + "-01-extra")]
    [InlineData("traceparent: 00-" + Trace + "-" + Span + "-1")]
    [InlineData("traceparent: 00-" + Trace + "-" + Span + "-01\r\ntraceparent: 00-" + Trace + "-" + Span + "-01")]
    public async Task Caller_Invalid_IsIgnored(string header)
    {
        await using var app = await StartAsync();

        var span = (await SendAsync(app, header, "tracestate: foo=1"))[0].Split(' ');

        Assert.NotEqual(Trace, span[0]);
        Assert.Equal(("0000000000000000", ""), (span[1], span[2]));
    }

    private static async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddInstrumentation().AddAspNetCore();
        builder.Logging.ClearProviders().AddProvider(new RecordingLoggerProvider());
        var app = builder.Build();
        app.UseInstrumentation();
        app.MapGet("/next", static (Microsoft.AspNetCore.Http.HttpRequest request) =>
            string.Join('\n', request.Headers.TraceParent, request.Headers.TraceState, request.Headers.Baggage, request.Headers["x-correlation-id"]));
        app.MapGet("/", static async (IHttpClientFactory clients, Microsoft.AspNetCore.Http.HttpRequest request) =>
        {
            var span = Activity.Current!;
            using var client = clients.CreateClient();
            var next = await client.GetStringAsync($"http://{request.Host}/next");
            return $"{span.TraceId} {span.ParentSpanId} {span.TraceStateString} {span.GetBaggageItem("tenant")}\n{next}";
        });
        await app.StartAsync();
        return app;
    }

    // HttpClient would correct what is sent here.
    private static async Task<string[]> SendAsync(WebApplication app, params string[] headers)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, new Uri(app.Urls.Single()).Port);
        var port = new Uri(app.Urls.Single()).Port;
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET / HTTP/1.0\r\nHost: 127.0.0.1:{port}\r\n{string.Join("\r\n", headers)}\r\n\r\n"));
        using var reader = new StreamReader(stream);
        return (await reader.ReadToEndAsync()).Split("\r\n\r\n", 2)[1].Split('\n');
    }
}
