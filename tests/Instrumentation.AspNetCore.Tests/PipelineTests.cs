using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using Instrumentation.AspNetCore.Tests.Infrastructure;
using Instrumentation.TestTools;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Instrumentation.AspNetCore.Tests;

public sealed class PipelineTests
{
    [Fact]
    public async Task Handler_AfterAnAwait_StillHasTheId()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Microsoft.AspNetCore",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(listener);
        await using var app = await StartAsync(static app => app.MapGet("/", static async () =>
        {
            await Task.Yield();
            return $"{CorrelationContext.Id} {Activity.Current?.GetTagItem("correlation_id")}";
        }), new RecordingLoggerProvider());

        Assert.Equal("mine mine", await (await GetAsync(app, "/")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Id_NotSent_IsThatOfTheTrace()
    {
        await using var app = await StartAsync(static app => app.MapGet("/", static () => $"{CorrelationContext.Id} {Activity.Current?.TraceId}"), new RecordingLoggerProvider());
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        using var first = await http.GetAsync("/");
        using var second = await http.GetAsync("/");

        var id = Assert.Single(first.Headers.GetValues("x-correlation-id"));
        Assert.Equal($"{id} {id}", await first.Content.ReadAsStringAsync());
        Assert.NotEqual(id, Assert.Single(second.Headers.GetValues("x-correlation-id")));
    }

    [Fact]
    public async Task Exception_NotHandled_Is500WithTheIdAndLoggedOnce()
    {
        var log = new RecordingLoggerProvider();
        await using var app = await StartAsync(static app => app.MapGet("/boom/{x}", (HttpContext context) =>
        {
            context.Response.Headers["x-secret"] = "s";
            throw new InvalidOperationException("password");
        }), log);

        using var response = await GetAsync(app, "/boom/1");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("mine", Assert.Single(response.Headers.GetValues("x-correlation-id")));
        Assert.False(response.Headers.Contains("x-secret"));
        Assert.Empty(await response.Content.ReadAsStringAsync());
        await app.StopAsync();
        Assert.Equal(["Error mine GET /boom/{x} failed with an exception that nobody handled", "Error mine GET /boom/{x} answered 500"], log.Requests());
    }

    [Fact]
    public async Task ServerLines_AfterThePipeline_HaveTheIdWhereTheHostAsksForThem()
    {
        var log = new RecordingLoggerProvider();
        await using var app = await StartAsync(static app => app.MapGet("/", static async () => await Task.Yield()), log, serverLevel: LogLevel.Information);

        (await GetAsync(app, "/")).Dispose();
        await app.StopAsync();

        Assert.StartsWith("Information mine Request finished", Assert.Single(log.ServerLines(), static line => line.Contains("Request finished")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ServerLines_OfRequests_AreOffByDefault()
    {
        var log = new RecordingLoggerProvider();
        await using var app = await StartAsync(static app => app.MapGet("/", static () => "ok"), log);

        (await GetAsync(app, "/")).Dispose();
        await app.StopAsync();

        Assert.DoesNotContain(log.ServerLines(), static line => line.Contains("Request"));
    }

    [Fact]
    public async Task Header_Renamed_IsUsedBothWays()
    {
        await using var app = await StartAsync(static app => app.MapGet("/", static () => CorrelationContext.Id), header: "x-request-id");

        using var response = await GetAsync(app, "/", "x-request-id");

        Assert.Equal("mine", await response.Content.ReadAsStringAsync());
        Assert.Equal("mine", Assert.Single(response.Headers.GetValues("x-request-id")));
    }

    [Fact]
    public async Task Metrics_Mapped_AreTextWhateverIsAccepted()
    {
        await using var app = await StartAsync(static app => app.MapInstrumentation("/scrape"));

        using var response = await GetAsync(app, "/scrape");

        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", response.Content.Headers.ContentType?.ToString());
    }

    [Theory]
    [InlineData("application/openmetrics-text; version=1.0.0")]
    [InlineData("application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1")]
    [InlineData("text/plain;q=0.4, application/openmetrics-text;q=0.5")]
    [InlineData("application/*, text/*;q=0.9")]
    public async Task Metrics_ForWhoPrefersThem_AreOpenMetrics(string accept)
    {
        await using var app = await StartAsync(static app => app.MapInstrumentation());

        using var response = await GetAsync(app, "/metrics", accept: accept);

        Assert.Equal("application/openmetrics-text; version=1.0.0; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Contains("Accept", response.Headers.Vary);
        OpenMetricsText.Parse(await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("*/*")]
    [InlineData("text/plain")]
    [InlineData("application/openmetrics-text;q=0.3, text/plain;q=0.8")]
    [InlineData("application/openmetrics-text;q=0, */*")]
    [InlineData("application/openmetrics-text; version=2.0.0, text/plain;q=0.1")]
    [InlineData(";;not a list")]
    public async Task Metrics_ForAllOthers_AreText(string accept)
    {
        await using var app = await StartAsync(static app => app.MapInstrumentation());

        using var response = await GetAsync(app, "/metrics", accept: accept);

        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        MetricsText.Parse(await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("gzip", true)]
    [InlineData("br, *;q=0.5", true)]
    [InlineData("gzip;q=0", false)]
    [InlineData("gzip;q=0.2, identity;q=0.9", false)]
    [InlineData("br", false)]
    public async Task Metrics_AreCompressed_WhereThatIsAccepted(string accepted, bool isCompressed)
    {
        await using var app = await StartAsync(static app => app.MapInstrumentation());

        using var response = await GetAsync(app, "/metrics", encoding: accepted);

        Assert.Equal(isCompressed ? ["gzip"] : [], response.Content.Headers.ContentEncoding);
        await using var body = await response.Content.ReadAsStreamAsync();
        await using var text = isCompressed ? new GZipStream(body, CompressionMode.Decompress) : body;
        using var bytes = new MemoryStream();
        await text.CopyToAsync(bytes);
        Assert.Contains("target_info", MetricsText.Parse(bytes.ToArray()).Keys);
    }

    // A request's line is written after its answer: tests that read lines stop the server first, which waits for it.
    private static async Task<WebApplication> StartAsync(Action<WebApplication> map, RecordingLoggerProvider? log = null, string? header = null, LogLevel? serverLevel = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddInstrumentation().AddAspNetCore(options => options.CorrelationHeader = header ?? options.CorrelationHeader);
        builder.Logging.ClearProviders();
        if (serverLevel is { } level)
        {
            builder.Logging.AddFilter("Microsoft.AspNetCore", level);
        }

        if (log is not null)
        {
            builder.Services.AddSingleton<ILoggerProvider>(log);
        }

        var app = builder.Build();
        app.UseInstrumentation();
        map(app);
        await app.StartAsync();
        return app;
    }

    private static async Task<HttpResponseMessage> GetAsync(WebApplication app, string path, string header = "x-correlation-id", string accept = "application/xml", string? encoding = null)
    {
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        http.DefaultRequestHeaders.Add(header, "mine");
        http.DefaultRequestHeaders.TryAddWithoutValidation("Accept", accept);
        if (encoding is not null)
        {
            http.DefaultRequestHeaders.Add("Accept-Encoding", encoding);
        }

        return await http.GetAsync(path);
    }
}
