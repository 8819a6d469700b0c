using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests;

public sealed class HealthTests
{
    [Fact]
    public async Task Probes_Healthy_AreOk()
    {
        await using var server = new RegistryServer();

        Assert.Equal("alive", (await server.Registry.GetAsync("/health/live")).Text);
        Assert.Equal("ready", (await server.Registry.GetAsync("/health/ready")).Text);
        Assert.Equal("started", (await server.Registry.GetAsync("/health/startup")).Text);
        Assert.Equal("ready", (await server.Registry.GetAsync("/ready")).Ok().GetProperty("message").GetString());
        var health = (await server.Registry.GetAsync("/health")).Ok();
        Assert.Equal("healthy", health.GetProperty("status").GetString());
        Assert.Equal(["sqlite", "memory", "disk"], health.GetProperty("checks").EnumerateObject().Select(static check => check.Name));
        Assert.Equal("healthy", health.GetProperty("database").GetProperty("sqlite").GetProperty("status").GetString());
        Assert.Equal(1, health.GetProperty("pool_stats").GetProperty("size").GetInt32());
    }

    [Fact]
    public async Task Ready_DatabaseFileGone_IsUnavailableWhileLiveStaysOk()
    {
        await using var server = new RegistryServer();
        File.Delete(server.DatabaseFile);

        var ready = await server.Registry.GetAsync("/health/ready");

        Assert.Equal((503, "not ready"), ((int)ready.Status, ready.Text));
        var health = await server.Registry.GetAsync("/health");
        Assert.Equal((503, "unhealthy"), ((int)health.Status, health.Json.GetProperty("status").GetString()));
        Assert.Equal("The database file is gone.", health.Json.GetProperty("checks").GetProperty("sqlite").GetProperty("error").GetString());
        Assert.Equal(200, (int)(await server.Registry.GetAsync("/health/live")).Status);
    }
}
