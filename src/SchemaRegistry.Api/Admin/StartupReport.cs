using Instrumentation.AspNetCore;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using SchemaRegistry.Api.Hosting;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Storage;
using SchemaRegistry.Api.Telemetry;

namespace SchemaRegistry.Api.Admin;

/// <summary>Says once, when the server takes requests, where it is, what is in it and what is on.</summary>
internal sealed partial class StartupReport(
    IServer server,
    SqliteDatabase database,
    ITotalsRepository totals,
    IOptions<RegistryOptions> registry,
    IOptions<AspNetCoreInstrumentationOptions> instrumentation,
    ILogger<StartupReport> logger) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        LogStarted(
            logger,
            string.Join(", ", server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []),
            database.FilePath,
            new FileInfo(database.FilePath).Length,
            SqliteLibrary.Use(),
            database.Read(static session => session.First("SELECT COUNT(*) FROM subjects", static row => row.GetInt64(0))),
            Enum.GetValues<RegistryTotal>().Where(static total => total < RegistryTotal.Deleted).Sum(total => totals.Find(total, format: null)),
            totals.Find(RegistryTotal.Deleted, format: null));
        LogSettings(
            logger,
            CallsAreMeasured ? "on" : "off",
            instrumentation.Value.ManagementPort is { } port ? FormattableString.Invariant($"on port {port}") : "on every port",
            registry.Value.AdminKey is null ? "off (Registry:AdminKey is not set)" : $"on, back-ups go to {registry.Value.BackupPath}",
            registry.Value.MaxRequestBodyBytes,
            registry.Value.ShutdownDelay.TotalSeconds);
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // The generator makes no registrar where it is told to measure nothing.
    private static bool CallsAreMeasured => Attribute.IsDefined(typeof(StartupReport).Assembly, typeof(Instrumentation.Weaving.InstrumentationRegistrarAttribute));

    [LoggerMessage(322, LogLevel.Information,
        "Registry at {Addresses}: {DatabaseFile} ({Bytes} bytes, {Library}) with {Subjects} subjects, {Versions} versions and {Deleted} deleted ones")]
    private static partial void LogStarted(
        ILogger logger, string addresses, string databaseFile, long bytes, string library, long subjects, long versions, long deleted);

    [LoggerMessage(323, LogLevel.Information,
        "Calls are measured: {Measured}; /metrics {Metrics}; administration {Administration}; bodies up to {MaxBodyBytes} bytes; {Delay} s from not ready to the end")]
    private static partial void LogSettings(ILogger logger, string measured, string metrics, string administration, long maxBodyBytes, double delay);
}
