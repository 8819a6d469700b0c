using System.Net;
using System.Text.Json;
using Instrumentation.AspNetCore.Health;
using Instrumentation.AspNetCore.Tests.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Instrumentation.AspNetCore.Tests.Health;

public sealed class HealthEndpointTests
{
    private readonly SettableClock _clock = new();
    private readonly ProbedCheck _check = new();

    [Fact]
    public async Task Health_WithChecks_SaysAllOfThem()
    {
        _check.Answer = HealthCheckResult.Healthy(data: new Dictionary<string, object>(StringComparer.Ordinal) { ["pool"] = new PoolStatistics(41, 4, 50, 5) });
        await using var app = await StartAsync("database", "ready");

        var (status, json) = await GetJsonAsync(app, "/health");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("healthy", json.GetProperty("status").GetString());
        Assert.Equal(_clock.GetUtcNow().UtcDateTime, json.GetProperty("timestamp").GetDateTime());
        var check = json.GetProperty("checks").GetProperty("probed");
        Assert.Equal(["status", "response_time_ms", "last_check", "pool_stats"], check.EnumerateObject().Select(static member => member.Name));
        Assert.Equal("healthy", check.GetProperty("status").GetString());
        Assert.True(check.GetProperty("response_time_ms").GetDouble() >= 0);
        Assert.Equal(["status", "latency_ms"], json.GetProperty("database").GetProperty("probed").EnumerateObject().Select(static member => member.Name));
        Assert.Equal(
            """{"size":45,"active":41,"idle":4,"max_connections":50,"min_connections":5,"utilization_percent":82,"near_capacity":true}""", json.GetProperty("pool_stats").GetRawText());
        Assert.True(json.TryGetProperty("check_duration_ms", out _));
    }

    [Theory]
    [InlineData(HealthStatus.Healthy, 200, "healthy", "ready")]
    [InlineData(HealthStatus.Degraded, 200, "degraded", "ready")]
    [InlineData(HealthStatus.Unhealthy, 503, "unhealthy", "not ready")]
    public async Task Probes_AnswerAsTheirSystemsDo(HealthStatus status, int code, string word, string ready)
    {
        _check.Answer = new HealthCheckResult(status, "because \"of\" it");
        await using var app = await StartAsync();

        Assert.Equal((code, ready), await GetTextAsync(app, "/health/ready"));
        Assert.Equal((200, "alive"), await GetTextAsync(app, "/health/live"));
        Assert.Equal((200, "started"), await GetTextAsync(app, "/health/startup"));
        var (health, json) = await GetJsonAsync(app, "/health");
        Assert.Equal((code, word), ((int)health, json.GetProperty("status").GetString()));
        Assert.Equal(status == HealthStatus.Healthy ? null : "because \"of\" it", json.GetProperty("checks").GetProperty("probed").TryGetProperty("error", out var error) ? error.GetString() : null);
        var (short_, message) = await GetJsonAsync(app, "/ready");
        Assert.Equal((code, word, ready), ((int)short_, message.GetProperty("status").GetString(), message.GetProperty("message").GetString()));
        Assert.Equal("not ready" == ready ? 503 : 200, (int)(await app.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/health/ready"))).StatusCode);
    }

    [Fact]
    public async Task Probe_ThatAcceptsJson_GetsIt()
    {
        await using var app = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/ready");
        request.Headers.Add("Accept", "application/json");

        using var answer = await app.Http.SendAsync(request);

        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Equal("healthy", JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("checks").GetProperty("probed").GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("live", "/health/live", "not alive")]
    [InlineData("startup", "/health/startup", "starting")]
    public async Task Check_TaggedForAnotherProbe_IsNotAReadinessCheck(string tag, string path, string word)
    {
        _check.Answer = HealthCheckResult.Unhealthy();
        await using var app = await StartAsync(tag);

        Assert.Equal((503, word), await GetTextAsync(app, path));
        Assert.Equal((200, "ready"), await GetTextAsync(app, "/health/ready"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await GetJsonAsync(app, "/health")).Status);
    }

    [Fact]
    public async Task Check_ManyProbesAtOnce_RunsOnceUntilItsResultIsOld()
    {
        var leave = _check.Hold();
        await using var app = await StartAsync();

        var probes = Enumerable.Range(0, 50).Select(_ => GetTextAsync(app, "/health/ready")).ToArray();
        await _check.Entered;
        leave.SetResult();
        Assert.All(await Task.WhenAll(probes), static answer => Assert.Equal((200, "ready"), answer));
        Assert.Equal(1, _check.Runs);

        _clock.Advance(TimeSpan.FromSeconds(1.9));
        await GetTextAsync(app, "/health/ready");
        Assert.Equal(1, _check.Runs);
        _clock.Advance(TimeSpan.FromSeconds(0.2));
        await GetTextAsync(app, "/health/ready");
        Assert.Equal(2, _check.Runs);
    }

    [Fact]
    public async Task Check_ThatNeverEnds_IsUnhealthyInTime_AndNotBegunAgain()
    {
        var leave = _check.Hold();
        await using var app = await StartAsync();

        for (var i = 0; i < 3; i++)
        {
            var answer = GetJsonAsync(app, "/health");
            await _check.Entered;
            await _clock.AdvanceWhenAwaitedAsync(TimeSpan.FromSeconds(5));
            var (status, json) = await answer;
            Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
            Assert.Equal("No answer within 5 s.", json.GetProperty("checks").GetProperty("probed").GetProperty("error").GetString());
        }

        Assert.Equal(1, _check.Runs);
        leave.SetResult();
    }

    [Fact]
    public async Task Check_ThatThrows_IsUnhealthyWithItsReason()
    {
        _check.Failure = new InvalidOperationException("broken");
        await using var app = await StartAsync();

        var (status, json) = await GetJsonAsync(app, "/health");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal("broken", json.GetProperty("checks").GetProperty("probed").GetProperty("error").GetString());
    }

    private Task<TestApp> StartAsync(params string[] tags) => TestApp.StartAsync(
        static app => app.MapInstrumentationHealth(),
        build: builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(_clock);
            builder.Services.AddHealthChecks().AddCheck("probed", _check, failureStatus: null, tags);
        });

    private static async Task<(int Status, string Text)> GetTextAsync(TestApp app, string path)
    {
        using var answer = await app.Http.GetAsync(path);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<(HttpStatusCode Status, JsonElement Json)> GetJsonAsync(TestApp app, string path)
    {
        using var answer = await app.Http.GetAsync(path);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        return (answer.StatusCode, JsonElement.Parse(await answer.Content.ReadAsStringAsync()));
    }
}
