using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Logging;

namespace Instrumentation.AspNetCore.Tests.Logging;

/// <summary>Logging methods whose bodies the framework's generator writes, while ours notes what is classified.</summary>
internal static partial class LoggingMethods
{
    [LoggerMessage(1, LogLevel.Warning, "{Email} paid {Amount:F2} with {Card}")]
    public static partial void Paid(this ILogger logger, [Private] string email, decimal amount, [Private] string card);

#pragma warning disable SYSLIB1015 // The values are fields of the line, and its message says nothing.
    [LoggerMessage(Level = LogLevel.Warning)]
    public static partial void Untitled(this ILogger logger, [Private] string token, [NoDataClassification] string place);
}
