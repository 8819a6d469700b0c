using System.Net.Http.Headers;
using Instrumentation.AspNetCore.Http;
using Instrumentation.AspNetCore.Tests.Infrastructure;
using Instrumentation.TestTools;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Instrumentation.AspNetCore.Tests.Http;

/// <summary>Metric names are the process's, so each test has a prefix of its own.</summary>
public sealed class HttpMetricsTests
{
    [Fact]
    public async Task Requests_AreCountedByTemplateAndStatus()
    {
        await using var app = await TestApp.StartAsync(
            static app =>
            {
                app.MapGet("/items/{id}", static (int id) => id < 10 ? Results.Ok() : Results.NotFound());
                app.MapGroup("/v1").MapPost("/items", static () => Results.StatusCode(201));
                app.MapGet("/boom", static IResult () => throw new InvalidOperationException());
            },
            static options => options.Prefix = "count");

        foreach (var path in (string[])["/items/1", "/items/2", "/items/11", "/nowhere", "/boom"])
        {
            (await app.Http.GetAsync(path)).Dispose();
        }

        (await app.Http.PostAsync("/v1/items", content: null)).Dispose();
        (await app.Http.DeleteAsync("/items/1")).Dispose();

        var families = await app.StopAndScrapeAsync();
        Assert.Equal("counter", families["count_http_requests_total"].Type);
        Assert.Equal(
            [
                "method=DELETE,path=(unmatched),status=405 1",
                "method=GET,path=(unmatched),status=404 1",
                "method=GET,path=/boom,status=500 1",
                "method=GET,path=/items/{id},status=200 2",
                "method=GET,path=/items/{id},status=404 1",
                "method=POST,path=/v1/items,status=201 1",
            ],
            Lines(families["count_http_requests_total"]));
        var duration = families["count_http_request_duration_seconds"];
        Assert.Equal(7, duration.Total());
        Assert.Equal(3, duration.Total(("method", "GET"), ("path", "/items/{id}")));
        Assert.Equal(
            ["0.001", "0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "0.5", "1", "2.5", "5", "10", "+Inf"],
            duration.Samples.Where(static sample => sample.Labels.ContainsKey("le")).Select(static sample => sample.Labels["le"]).Distinct());
        Assert.Equal(0, families["count_http_requests_in_flight"].Total());
    }

    [Fact]
    public async Task Method_HttpDoesNotKnow_IsOther()
    {
        await using var app = await TestApp.StartAsync(static app => app.MapGet("/", static () => "ok"), static options => options.Prefix = "method");

        foreach (var method in (string[])["HACK1", "HACK2", "get"])
        {
            await app.SendAsync($"{method} / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        }

        // Methods are told apart by case nowhere in the framework.
        Assert.Equal(["method=GET,path=/,status=200 1", "method=_OTHER,path=(unmatched),status=405 2"], Lines((await app.StopAndScrapeAsync())["method_http_requests_total"]));
    }

    [Fact]
    public async Task InFlight_WhileARequestIsHandled_IsOne()
    {
        var entered = new TaskCompletionSource();
        var leave = new TaskCompletionSource();
        await using var app = await TestApp.StartAsync(
            app => app.MapGet("/slow/{x}", async () =>
            {
                entered.SetResult();
                await leave.Task;
            }),
            static options => options.Prefix = "flight");

        var request = app.Http.GetAsync("/slow/1");
        await entered.Task;

        Assert.Equal(1, (await TestApp.ScrapeAsync())["flight_http_requests_in_flight"].Total(("method", "GET"), ("path", "/slow/{x}")));
        leave.SetResult();
        (await request).Dispose();
        Assert.Equal(0, (await app.StopAndScrapeAsync())["flight_http_requests_in_flight"].Total());
    }

    [Fact]
    public async Task Sizes_OfEveryKindOfBody_AreTheirBytes()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, new byte[777]);
        await using var app = await TestApp.StartAsync(
            app =>
            {
                app.MapPost("/echo", static async (HttpContext context) => await context.Request.Body.CopyToAsync(context.Response.Body));
                app.MapGet("/text", static () => "12345");
                app.MapGet("/piped", static async (HttpContext context) =>
                {
                    context.Response.BodyWriter.GetSpan(3000)[..3000].Clear();
                    context.Response.BodyWriter.Advance(3000);
                    await context.Response.BodyWriter.FlushAsync();
                    await context.Response.WriteAsync("more");
                });
                app.MapGet("/file", () => Results.File(file));
                app.MapGet("/nothing", static () => Results.NoContent());
            },
            static options => options.Prefix = "size");

        foreach (var path in (string[])["/text", "/piped", "/file", "/nothing"])
        {
            (await app.Http.GetAsync(path)).Dispose();
        }

        Assert.Equal(10, (await (await app.Http.PostAsync("/echo", new ByteArrayContent(new byte[10]))).Content.ReadAsByteArrayAsync()).Length);
        using var chunked = new HttpRequestMessage(HttpMethod.Post, "/echo") { Content = new StreamContent(new MemoryStream(new byte[100_000])) };
        chunked.Headers.TransferEncodingChunked = true;
        Assert.Equal(100_000, (await (await app.Http.SendAsync(chunked)).Content.ReadAsByteArrayAsync()).Length);
        (await app.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/text"))).Dispose();

        var families = await app.StopAndScrapeAsync();
        File.Delete(file);
        var responses = families["size_http_response_size_bytes"];
        Assert.Equal(
            [("/echo", 100_010), ("/file", 777), ("/nothing", 0), ("/piped", 3004), ("/text", 5)],
            Sums(responses).Where(static sum => sum.Path != "(unmatched)"));
        Assert.Equal(("/echo", 100_010), Sums(families["size_http_request_size_bytes"]).Single(static sum => sum.Path == "/echo"));
        Assert.Equal(["100", "1000", "10000", "100000", "1000000", "10000000", "+Inf"], responses.Samples.Where(static sample => sample.Labels.ContainsKey("le")).Select(static sample => sample.Labels["le"]).Distinct());
    }

    [Fact]
    public async Task Names_OfAnotherSystem_AreTakenWhole()
    {
        await using var app = await TestApp.StartAsync(
            static app => app.MapGet("/documents/{id}", static () => "ok"),
            static options =>
            {
                options.Prefix = "arrwdb";
                options.Http.PathLabel = "handler";
                options.Http.StatusClasses = true;
                options.Http.StatusOnAll = true;
                options.Http.SizesAsSummaries = true;
                options.Http.InFlight = "requests_inprogress";
                options.Http.DurationBuckets = [.01, .75];
            });

        (await app.Http.GetAsync("/documents/1")).Dispose();

        var families = await app.StopAndScrapeAsync();
        Assert.Equal(["handler=/documents/{id},method=GET,status=2xx 1"], Lines(families["arrwdb_http_requests_total"]));
        Assert.Equal("summary", families["arrwdb_http_response_size_bytes"].Type);
        Assert.Equal(["handler=/documents/{id},method=GET 0"], Lines(families["arrwdb_requests_inprogress"]));
        Assert.Equal(1, families["arrwdb_http_request_duration_seconds"].Total(("handler", "/documents/{id}"), ("status", "2xx")));
        Assert.Contains(families["arrwdb_http_request_duration_seconds"].Samples, static sample => sample.Labels.GetValueOrDefault("le") == "0.75");
    }

    // AkiDB: akidb_http_requests_total{method,path,status_code} and akidb_http_request_duration_seconds{method,path}, and no other metric of requests.
    [Fact]
    public async Task Names_OfASystemWithTwoMetrics_AreThoseTwo()
    {
        await using var app = await TestApp.StartAsync(
            static app => app.MapPost("/api/v1/collections/{id}/query", static () => Results.BadRequest()),
            static options =>
            {
                options.Prefix = "akidb";
                options.Http.StatusLabel = "status_code";
                options.Http.InFlight = "";
                options.Http.RequestSize = "";
                options.Http.ResponseSize = "";
            });

        (await app.Http.PostAsync("/api/v1/collections/7/query", content: null)).Dispose();

        var families = await app.StopAndScrapeAsync();
        Assert.Equal(["akidb_http_request_duration_seconds", "akidb_http_requests_total"], families.Keys.Where(static name => name.StartsWith("akidb_http", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(("counter", "histogram"), (families["akidb_http_requests_total"].Type, families["akidb_http_request_duration_seconds"].Type));
        Assert.Equal(["method=POST,path=/api/v1/collections/{id}/query,status_code=400 1"], Lines(families["akidb_http_requests_total"]));
        var buckets = families["akidb_http_request_duration_seconds"].Samples.Where(static sample => sample.Name.EndsWith("_bucket", StringComparison.Ordinal)).ToList();
        Assert.Equal(["0.001", "0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "0.5", "1", "2.5", "5", "10", "+Inf"], buckets.Select(static bucket => bucket.Labels["le"]));
        Assert.All(buckets, static bucket => Assert.Equal(["le", "method", "path"], bucket.Labels.Keys.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Names_OfOpenTelemetry_AreItsConventions()
    {
        await using var app = await TestApp.StartAsync(
            static app => app.MapPost("/otel/{id}", static () => "12345"),
            static options =>
            {
                options.Prefix = "unused";
                options.Http.Names = HttpMetricNames.OpenTelemetry;
            });

        (await app.Http.PostAsync("/otel/1", new ByteArrayContent(new byte[9]) { Headers = { ContentType = new MediaTypeHeaderValue("text/plain") } })).Dispose();

        var families = await app.StopAndScrapeAsync();
        foreach (var (name, sum) in (IEnumerable<(string, int)>)[("http_server_request_body_size_bytes", 9), ("http_server_response_body_size_bytes", 5)])
        {
            var sample = Assert.Single(families[name].Samples, sample => sample.Name == name + "_sum" && sample.Labels.GetValueOrDefault("http_route") == "/otel/{id}");
            Assert.Equal((sum, "POST", "200"), (sample.Value, sample.Labels["http_request_method"], sample.Labels["http_response_status_code"]));
        }

        Assert.Equal(1, families["http_server_request_duration_seconds"].Total(("http_route", "/otel/{id}")));
        Assert.DoesNotContain(families.Keys, static name => name.StartsWith("unused_http", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Exemplar_OfATracedRequest_IsKept()
    {
        await using var app = await TestApp.StartAsync(static app => app.MapInstrumentation(), static options => options.Prefix = "exemplar");
        var trace = new string('a', 32);

        await app.SendAsync($"GET /metrics HTTP/1.1\r\nHost: a\r\ntraceparent: 00-{trace}-{new string('b', 16)}-01\r\nConnection: close\r\n\r\n");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.Add("Accept", "application/openmetrics-text");
        var text = await (await app.Http.SendAsync(request)).Content.ReadAsStringAsync();

        Assert.Matches($"exemplar_http_requests_total{{method=\"GET\",path=\"/metrics\",status=\"200\"}} 1 # {{trace_id=\"{trace}\"", text);
    }

    private static IEnumerable<string> Lines(ParsedFamily family) => family.Samples.Select(static sample => $"{sample.Series} {sample.Value}").Order(StringComparer.Ordinal);

    private static IEnumerable<(string Path, int Sum)> Sums(ParsedFamily family) => family.Samples
        .Where(sample => sample.Name == family.Name + "_sum")
        .GroupBy(static sample => sample.Labels["path"], StringComparer.Ordinal)
        .Select(static group => (group.Key, (int)group.Sum(static sample => sample.Value)))
        .OrderBy(static sum => sum.Key, StringComparer.Ordinal);
}
