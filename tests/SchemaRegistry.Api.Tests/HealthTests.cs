using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests;

public sealed class HealthTests
{
    [Fact]
    public async Task Probes_Healthy_AreOk()
    {
        await using var server = new RegistryServer();

        Assert.Equal("""{"status":"live"}""", (await server.Registry.GetAsync("/health/live")).Text);
        Assert.Equal(
            """{"status":"ready","checks":[{"name":"database","status":"ready"}]}""", (await server.Registry.GetAsync("/health/ready")).Text);
    }

    [Fact]
    public async Task Ready_DatabaseFileGone_IsUnavailableWhileLiveStaysOk()
    {
        await using var server = new RegistryServer();
        File.Delete(server.DatabaseFile);

        var ready = await server.Registry.GetAsync("/health/ready");

        Assert.Equal(503, (int)ready.Status);
        Assert.Equal("""{"status":"unavailable","checks":[{"name":"database","status":"unavailable"}]}""", ready.Text);
        Assert.Equal(200, (int)(await server.Registry.GetAsync("/health/live")).Status);
    }
}
