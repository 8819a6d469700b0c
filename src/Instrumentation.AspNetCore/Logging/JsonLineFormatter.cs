using System.Diagnostics;
using System.Text;
using Instrumentation.OpenTelemetry.Redaction;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Instrumentation.AspNetCore.Logging;

/// <summary>Writes each log entry as one JSON object on one line, with the correlation id and the trace it belongs to.</summary>
internal sealed class JsonLineFormatter(IOptionsMonitor<ConsoleFormatterOptions> options, TimeProvider? clock = null) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "instrumentation";

    /// <summary>Under which the framework has a request's id in its scope, where its caller sent none.</summary>
    private const string HostRequestId = "RequestId";

    private readonly TimeProvider _clock = clock ?? TimeProvider.System;

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var message = Message(logEntry);
        if (message is null && logEntry.Exception is null)
        {
            return;
        }

        using var line = LineBuffer.Rent();
        object? state = logEntry.State;
        var template = LogRedaction.TemplateOf(state);
        if (CollectFields(line.Fields, state, template, options.CurrentValue.IncludeScopes ? scopeProvider : null) && message is not null)
        {
            message = template is null ? ClassifiedType.Mask : MessageText.Of(template, line.Fields.Find);
        }

        line.Json.WriteStartObject();
        WriteHead(line, logEntry.LogLevel, message, logEntry.Category);
        WriteContext(line);
        if (logEntry.EventId.Id != 0)
        {
            line.Json.WriteNumber("event_id", logEntry.EventId.Id);
        }

        if (logEntry.Exception is { } exception)
        {
            line.Json.WriteString("exception", exception.ToString());
        }

        WriteFields(line);
        line.Json.WriteEndObject();
        line.Json.Flush();
        textWriter.WriteLine(Encoding.UTF8.GetString(line.Bytes.WrittenSpan));
    }

    // From the outside in, the entry's own values last: the nearest wins. Whether the entry's own message has something to hide.
    private static bool CollectFields(LogFields fields, object? state, string? template, IExternalScopeProvider? scopes)
    {
        scopes?.ForEachScope(static (scope, fields) => fields.AddFrom(scope), fields);
        fields.AddFrom(LogContext.Current);
        return fields.AddFrom(state, template);
    }

    private static string? Message<TState>(in LogEntry<TState> entry)
    {
        try
        {
            return entry.Formatter?.Invoke(entry.State, entry.Exception) ?? entry.State?.ToString();
        }
        catch (Exception exception)
        {
            // A log line must not throw into the code that writes it.
            return $"({exception.GetType().Name} while the message was formatted)";
        }
    }

    private void WriteHead(LineBuffer line, LogLevel level, string? message, string category)
    {
        line.Json.WriteString("timestamp", _clock.GetUtcNow().UtcDateTime);
        line.Json.WriteString("level", level switch
        {
            LogLevel.Trace => "TRACE",
            LogLevel.Debug => "DEBUG",
            LogLevel.Information => "INFO",
            LogLevel.Warning => "WARN",
            LogLevel.Error => "ERROR",
            _ => "CRITICAL",
        });
        line.Json.WriteString("message", message);
        line.Json.WriteString("target", category);
    }

    private static void WriteContext(LineBuffer line)
    {
        foreach (var name in LogFieldNames.Top)
        {
            var value = line.Fields.Take(name);
            if (name == LogFieldNames.CorrelationId)
            {
                value = CorrelationContext.Id ?? value;
            }
            else if (name == LogFieldNames.RequestId)
            {
                value ??= line.Fields.Take(HostRequestId);
            }
            else if (name == LogFieldNames.File)
            {
                value = (value as string)?.Split('/', '\\')[^1];
            }

            if (value is not null)
            {
                line.Json.WritePropertyName(name);
                LogValue.Write(line.Json, value);
            }
        }

        if (Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity)
        {
            line.Json.WriteString("trace_id", activity.TraceId.ToHexString());
            line.Json.WriteString("span_id", activity.SpanId.ToHexString());
        }
    }

    private static void WriteFields(LineBuffer line)
    {
        if (line.Fields.Count == 0)
        {
            return;
        }

        line.Json.WriteStartObject("fields");
        for (var i = 0; i < line.Fields.Count; i++)
        {
            line.Json.WritePropertyName(line.Fields[i].Key);
            LogValue.Write(line.Json, line.Fields[i].Value);
        }

        line.Json.WriteEndObject();
    }
}
