using Microsoft.Data.Sqlite;

namespace SchemaRegistry.Api.Telemetry;

/// <summary>Writes the counts of reads every ten seconds, and what is left when the server ends.</summary>
internal sealed partial class AccessFlush(IAccessTally tally, IAccessRepository repository, TimeProvider clock, ILogger<AccessFlush> logger) : BackgroundService
{
    /// <summary>How often.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await FlushAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await FlushAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // StopAsync writes the rest.
        }
    }

    // A statistic that cannot be written is no reason to end the server; requests say for themselves that the store fails.
    private async Task FlushAsync(CancellationToken cancellation)
    {
        var reads = tally.Drain();
        if (reads.Count == 0)
        {
            return;
        }

        try
        {
            await repository.AddAsync(reads, cancellation);
        }
        catch (Exception exception) when (exception is SqliteException or IOException)
        {
            LogFailed(logger, reads.Count, exception);
        }
    }

    [LoggerMessage(310, LogLevel.Warning, "The counts of reads of {Schemas} schemas could not be written and are lost")]
    private static partial void LogFailed(ILogger logger, int schemas, Exception exception);
}
