namespace SchemaRegistry.Api.Storage;

/// <summary>Opens the database before the server listens, and says where it is.</summary>
internal sealed partial class DatabaseStartup(SqliteDatabase database, ILogger<DatabaseStartup> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        database.Open();
        LogOpened(logger, database.FilePath);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(300, LogLevel.Information, "Schemas are stored in {DatabaseFile}")]
    private static partial void LogOpened(ILogger logger, string databaseFile);
}
