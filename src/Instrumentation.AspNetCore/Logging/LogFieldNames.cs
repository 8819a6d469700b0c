namespace Instrumentation.AspNetCore.Logging;

/// <summary>The fields that stand at the top of a JSON line and not under <c>fields</c>.</summary>
internal static class LogFieldNames
{
    public const string CorrelationId = "correlation_id";
    public const string RequestId = "request_id";
    public const string SchemaId = "schema_id";
    public const string UserId = "user_id";
    public const string File = "file";
    public const string Line = "line";

    /// <summary>In the order in which they are written.</summary>
    public static readonly string[] Top = [File, Line, CorrelationId, RequestId, SchemaId, UserId];
}
