using System.Globalization;
using Instrumentation;

namespace SchemaRegistry.Api.Auditing;

/// <summary>Writes log lines of the category that is named after this class.</summary>
internal sealed partial class AuditLog(IHttpContextAccessor accessor, ILogger<AuditLog> logger) : IAuditLog
{
    private const string UserHeader = "x-user-id";
    private const string Nobody = "anonymous";
    private const int MaxLength = 128;

    public void Record(AuditAction action, string? subject, string? detail = null)
    {
        var context = accessor.HttpContext;
        LogChange(logger, Who(context), action, subject ?? "*", detail ?? string.Empty, From(context), CorrelationContext.Id ?? string.Empty);
    }

    // Who is proved by authentication; without any, it is who the client says it is.
    private static string Who(HttpContext? context)
    {
        var name = context?.User.Identity?.Name ?? context?.Request.Headers[UserHeader].ToString();
        return string.IsNullOrEmpty(name) ? Nobody : name[..Math.Min(name.Length, MaxLength)];
    }

    private static string From(HttpContext? context) => context?.Connection.RemoteIpAddress is { } address
        ? string.Create(CultureInfo.InvariantCulture, $"{address}:{context.Connection.RemotePort}")
        : "inside";

    [LoggerMessage(400, LogLevel.Information, "{Who} did {Action} on {Subject} {Detail} from {From}, request {CorrelationId}")]
    private static partial void LogChange(ILogger logger, string who, AuditAction action, string subject, string detail, string from, string correlationId);
}
