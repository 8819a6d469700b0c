using System.Text.Json;
using Instrumentation.AspNetCore.Health;
using Instrumentation.AspNetCore.Tests.Infrastructure;
using Instrumentation.TestTools;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Instrumentation.AspNetCore.Tests.Health;

/// <summary>One host answers the endpoints of five systems, each as that system documents them.</summary>
public sealed class SeedEndpointTests : IAsyncLifetime
{
    private readonly ProbedCheck _database = new();
    private TestApp _app = null!;

    public async Task InitializeAsync()
    {
        _database.Answer = HealthCheckResult.Healthy(data: new Dictionary<string, object>(StringComparer.Ordinal) { ["pool"] = new PoolStatistics(4, 6, 50, 5) });
        _app = await TestApp.StartAsync(
            static app =>
            {
                app.MapInstrumentation();
                app.MapInstrumentationHealth();
            },
            static options =>
            {
                options.Prefix = "seeds";
                options.Health.CacheDuration = TimeSpan.Zero;
            },
            builder => builder.Services.AddHealthChecks().AddCheck("postgres", _database, failureStatus: null, ["database"]).AddMemory(limitMegabytes: 1 << 20));
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task SchemaRegistry_Health_Ready_Metrics()
    {
        Assert.Equal("healthy", (await JsonAsync("/health", 200)).GetProperty("status").GetString());
        Assert.Equal("healthy", (await JsonAsync("/ready", 200)).GetProperty("status").GetString());
        await MetricsAsync();
    }

    [Fact]
    public async Task ObservatoryStorage_Health_Live_Ready_Metrics()
    {
        var health = await JsonAsync("/health", 200);
        Assert.Equal("healthy", health.GetProperty("status").GetString());
        Assert.Equal(DateTimeKind.Utc, health.GetProperty("timestamp").GetDateTime().Kind);
        var postgres = health.GetProperty("database").GetProperty("postgres");
        Assert.Equal(("healthy", JsonValueKind.Number), (postgres.GetProperty("status").GetString(), postgres.GetProperty("latency_ms").ValueKind));
        Assert.Equal(
            ["size", "active", "idle", "max_connections", "min_connections", "utilization_percent", "near_capacity"], health.GetProperty("pool_stats").EnumerateObject().Select(static member => member.Name));
        Assert.Equal(JsonValueKind.Number, health.GetProperty("check_duration_ms").ValueKind);
        Assert.Equal((200, "alive"), await TextAsync("/health/live"));
        Assert.Equal((200, "ready"), await TextAsync("/health/ready"));
        await MetricsAsync();

        _database.Failure = new InvalidOperationException("connection refused");
        var broken = await JsonAsync("/health", 503);
        Assert.Equal("unhealthy", broken.GetProperty("status").GetString());
        Assert.Equal("connection refused", broken.GetProperty("database").GetProperty("postgres").GetProperty("error").GetString());
        Assert.Equal((503, "not ready"), await TextAsync("/health/ready"));
        Assert.Equal((200, "alive"), await TextAsync("/health/live"));
    }

    [Fact]
    public async Task ArrwDb_Health_Metrics()
    {
        var health = await JsonAsync("/health", 200);
        Assert.Equal(["status", "timestamp", "version"], health.EnumerateObject().Select(static member => member.Name).Take(3));
        await MetricsAsync();
    }

    [Fact]
    public async Task AkiDb_Ready_Metrics()
    {
        var ready = await JsonAsync("/ready", 200);
        Assert.Equal(("healthy", "ready"), (ready.GetProperty("status").GetString(), ready.GetProperty("message").GetString()));
        await MetricsAsync();

        _database.Failure = new InvalidOperationException("gone");
        Assert.Equal("not ready", (await JsonAsync("/ready", 503)).GetProperty("message").GetString());
    }

    [Fact]
    public async Task Orchestrator_Live_Ready_Health_Metrics()
    {
        Assert.Equal(200, (await TextAsync("/health/live")).Status);
        Assert.Equal(200, (await TextAsync("/health/ready")).Status);
        var checks = (await JsonAsync("/health", 200)).GetProperty("checks");
        Assert.Equal(["postgres", "memory"], checks.EnumerateObject().Select(static check => check.Name));
        Assert.All(checks.EnumerateObject(), static check => Assert.Equal(["status", "response_time_ms", "last_check"], check.Value.EnumerateObject().Select(static member => member.Name).Take(3)));
        await MetricsAsync();
    }

    private async Task MetricsAsync()
    {
        using var answer = await _app.Http.GetAsync("/metrics");
        Assert.Equal((200, "text/plain"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.NotEmpty(MetricsText.Parse(await answer.Content.ReadAsByteArrayAsync()));
    }

    private async Task<JsonElement> JsonAsync(string path, int status)
    {
        using var answer = await _app.Http.GetAsync(path);
        Assert.Equal((status, "application/json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return JsonElement.Parse(await answer.Content.ReadAsStringAsync());
    }

    private async Task<(int Status, string Text)> TextAsync(string path)
    {
        using var answer = await _app.Http.GetAsync(path);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
