using Microsoft.Extensions.Options;
using SchemaRegistry.Api.Hosting;

namespace SchemaRegistry.Api.Admin;

/// <summary>Keeps the server listening for a while after it was told to end: by then it says that it is not ready, and whoever sends it requests should have asked.</summary>
internal sealed partial class ShutdownDelay(
    IOptions<RegistryOptions> options, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<ShutdownDelay> logger) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Before any service stops, the server among them.
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        if (lifetime.ApplicationStarted.IsCancellationRequested)
        {
            LogEnding(logger, options.Value.ShutdownDelay.TotalSeconds, options.Value.ShutdownTimeout.TotalSeconds);
            await Task.Delay(options.Value.ShutdownDelay, clock, cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(321, LogLevel.Information, "Told to end: not ready from now on, no new connections in {Seconds} s; requests under way have {Rest} s after that")]
    private static partial void LogEnding(ILogger logger, double seconds, double rest);
}
