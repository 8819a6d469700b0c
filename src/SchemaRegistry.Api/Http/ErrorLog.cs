namespace SchemaRegistry.Api.Http;

internal static partial class ErrorLog
{
    [LoggerMessage(100, LogLevel.Error, "The request failed")]
    public static partial void RequestFailed(ILogger logger, Exception exception);

    [LoggerMessage(101, LogLevel.Error, "The database failed")]
    public static partial void StoreFailed(ILogger logger, Exception exception);
}
