using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Instrumentation.AspNetCore.Logging;

/// <summary>Writes each log entry as one JSON object on one line, with the correlation id and the trace it belongs to.</summary>
internal sealed class JsonLineFormatter(IOptionsMonitor<ConsoleFormatterOptions> options, TimeProvider? clock = null) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "instrumentation";

    private readonly TimeProvider _clock = clock ?? TimeProvider.System;

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var message = Message(logEntry);
        if (message is null && logEntry.Exception is null)
        {
            return;
        }

        using var line = LineBuffer.Rent();
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

        WriteFields(line, logEntry.State, options.CurrentValue.IncludeScopes ? scopeProvider : null);
        line.Json.WriteEndObject();
        line.Json.Flush();
        textWriter.WriteLine(Encoding.UTF8.GetString(line.Bytes.WrittenSpan));
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
        if (CorrelationContext.Id is { } id)
        {
            line.Json.WriteString("correlation_id", id);
        }

        if (Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity)
        {
            line.Json.WriteString("trace_id", activity.TraceId.ToHexString());
            line.Json.WriteString("span_id", activity.SpanId.ToHexString());
        }
    }

    // Scopes from the outside in, the entry's own values last: the nearest wins.
    private static void WriteFields<TState>(LineBuffer line, TState state, IExternalScopeProvider? scopes)
    {
        scopes?.ForEachScope(static (scope, fields) => fields.AddFrom(scope), line.Fields);
        line.Fields.AddFrom(state);
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
