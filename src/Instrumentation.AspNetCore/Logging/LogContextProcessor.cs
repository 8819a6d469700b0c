using Instrumentation.OpenTelemetry.Redaction;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Instrumentation.AspNetCore.Logging;

/// <summary>Gives exported log records what the current context says; the record's own values win.</summary>
internal sealed class LogContextProcessor : BaseProcessor<LogRecord>
{
    /// <inheritdoc />
    public override void OnEnd(LogRecord data)
    {
        if (LogContext.Current is not { Count: > 0 } context)
        {
            return;
        }

        List<KeyValuePair<string, object?>> attributes = [.. data.Attributes ?? []];
        for (var i = 0; i < context.Count; i++)
        {
            var (name, value) = context[i];
            if (name != LogFieldNames.CorrelationId && !attributes.Exists(attribute => string.Equals(attribute.Key, name, StringComparison.Ordinal)))
            {
                LogRedaction.Hide(template: null, name, ref value);
                attributes.Add(new(name, value));
            }
        }

        data.Attributes = attributes;
    }
}
