namespace SchemaRegistry.Api.Storage;

/// <summary>Opens the database before the server listens, and says where it is.</summary>
internal static partial class DatabaseStartup
{
    /// <returns>Whether it is open; if not, a line has said why and what to do.</returns>
    public static bool TryOpen(IServiceProvider services)
    {
        var database = services.GetRequiredService<SqliteDatabase>();
        var logger = services.GetRequiredService<ILogger<SqliteDatabase>>();
        try
        {
            database.Open();
            LogOpened(logger, database.FilePath, SqliteLibrary.Use());
            return true;
        }
        catch (DatabaseException exception)
        {
            LogRefused(logger, exception.Message);
            return false;
        }
    }

    [LoggerMessage(300, LogLevel.Information, "Schemas are stored in {DatabaseFile} by {Library}")]
    private static partial void LogOpened(ILogger logger, string databaseFile, string library);

    [LoggerMessage(301, LogLevel.Critical, "The registry does not start. {Reason}")]
    private static partial void LogRefused(ILogger logger, string reason);
}
