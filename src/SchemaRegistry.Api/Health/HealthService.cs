using Instrumentation;

namespace SchemaRegistry.Api.Health;

internal sealed partial class HealthService(IHealthRepository database, ILogger<HealthService> logger) : IHealthService
{
    public const string Ready = "ready";
    private const string Unavailable = "unavailable";

    [Instrumented]
    public async partial ValueTask<HealthBody> ReadyAsync(CancellationToken cancellation)
    {
        try
        {
            await database.ProbeAsync(cancellation);
            return new HealthBody(Ready, [new HealthCheckBody("database", Ready)]);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogNotReady(logger, exception);
            return new HealthBody(Unavailable, [new HealthCheckBody("database", Unavailable)]);
        }
    }

    [LoggerMessage(200, LogLevel.Error, "The database does not answer")]
    private static partial void LogNotReady(ILogger logger, Exception exception);
}
