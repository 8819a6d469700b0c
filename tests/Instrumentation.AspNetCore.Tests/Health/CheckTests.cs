using System.Net;
using System.Net.Sockets;
using Instrumentation.AspNetCore.Tests.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Instrumentation.AspNetCore.Tests.Health;

public sealed class CheckTests
{
    [Theory]
    [InlineData(1, HealthStatus.Unhealthy)]
    [InlineData(1 << 20, HealthStatus.Healthy)]
    public async Task Memory_AgainstItsLimit(int limitMegabytes, HealthStatus expected) => Assert.Equal(expected, (await RunAsync(checks => checks.AddMemory(limitMegabytes))).Status);

    [Fact]
    public async Task Memory_NearItsLimit_IsDegraded()
    {
        // Between nine tenths of the limit and the limit: a limit a twentieth above what is used.
        var limit = (int)(Environment.WorkingSet * 1.05 / (1 << 20));

        Assert.Equal(HealthStatus.Degraded, (await RunAsync(checks => checks.AddMemory(limit))).Status);
    }

    [Theory]
    [InlineData(0, HealthStatus.Healthy)]
    [InlineData(100, HealthStatus.Unhealthy)]
    public async Task Disk_AgainstItsMinimum(double minimum, HealthStatus expected) => Assert.Equal(expected, (await RunAsync(checks => checks.AddDisk(".", minimum))).Status);

    [Theory]
    [InlineData(204, HealthStatus.Healthy)]
    [InlineData(500, HealthStatus.Degraded)]
    public async Task HttpDependency_ThatAnswers(int status, HealthStatus expected)
    {
        await using var dependency = await TestApp.StartAsync(app => app.MapGet("/health", () => Results.StatusCode(status)));

        Assert.Equal(expected, (await RunAsync(checks => checks.AddHttpDependency("it", new Uri(dependency.Address, "/health")))).Status);
    }

    [Fact]
    public async Task HttpDependency_ThatDoesNotListen_IsUnhealthy()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();

        var entry = await RunAsync(checks => checks.AddHttpDependency("it", new Uri($"http://127.0.0.1:{port}/")));

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.StartsWith("127.0.0.1 does not answer: ", entry.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HttpDependency_ThatNeverAnswers_IsUnhealthy()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();

        var entry = await RunAsync(checks => checks.AddHttpDependency("it", new Uri($"http://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}/"), TimeSpan.FromMilliseconds(50)));

        Assert.Equal((HealthStatus.Unhealthy, "127.0.0.1 did not answer within 50 ms."), (entry.Status, entry.Description));
    }

    private static async Task<HealthReportEntry> RunAsync(Action<IHealthChecksBuilder> add)
    {
        var services = new ServiceCollection().AddLogging();
        add(services.AddHealthChecks());
        await using var provider = services.BuildServiceProvider();
        return Assert.Single((await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries).Value;
    }
}
