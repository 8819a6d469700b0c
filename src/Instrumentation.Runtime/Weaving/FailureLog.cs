using Instrumentation.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Instrumentation.Weaving;

/// <summary>Logs the calls of one method that went wrong: which method, how it ended and the type of the exception.</summary>
/// <remarks>Neither arguments nor the exception's message, which may quote them. Nothing is allocated while the level is off, and no logger's mistake reaches the caller.</remarks>
public sealed class FailureLog
{
    private static readonly Action<ILogger, string, string, string, string, Exception?> s_error = Define(LogLevel.Error);
    private static readonly Action<ILogger, string, string, string, string, Exception?> s_warning = Define(LogLevel.Warning);

    /// <summary>A logger may call instrumented code that fails too: it must not log for ever.</summary>
    [ThreadStatic]
    private static bool t_isLogging;

    private readonly string _category;
    private readonly string _type;
    private readonly string _method;
    private volatile Bound? _bound;

    /// <summary>The log of a method.</summary>
    /// <param name="category">Full name of its type, which is the logger's category.</param>
    /// <param name="type">Name of its type.</param>
    /// <param name="method">Name of the method.</param>
    public FailureLog(string category, string type, string method)
    {
        _category = category;
        _type = type;
        _method = method;
    }

    /// <summary>Logs a failure or time-out as an error and a rejection as a warning; other outcomes, and all while there is no logger, are left out.</summary>
    public void Write(CallOutcome outcome, Exception? exception)
    {
        if (outcome is CallOutcome.Success or CallOutcome.Cancelled || FailureLogging.Factory is not { } factory || t_isLogging)
        {
            return;
        }

        t_isLogging = true;
        try
        {
            var logger = LoggerOf(factory);
            var level = outcome == CallOutcome.Rejected ? LogLevel.Warning : LogLevel.Error;
            if (logger.IsEnabled(level))
            {
                var write = level == LogLevel.Warning ? s_warning : s_error;
                write(logger, _type, _method, Name(outcome), exception?.GetType().FullName ?? "its result says so", null);
            }
        }
#pragma warning disable CA1031 // A logger may throw anything, and telemetry never throws into user code.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            InstrumentationEventSource.Log.LoggerFailed(failure.GetType().FullName ?? string.Empty);
        }
        finally
        {
            t_isLogging = false;
        }
    }

    private static Action<ILogger, string, string, string, string, Exception?> Define(LogLevel level) =>
        LoggerMessage.Define<string, string, string, string>(level, new EventId(1, "CallFailed"), "{Type}.{Method} ended in {Outcome}: {ErrorType}");

    private static string Name(CallOutcome outcome) => outcome switch
    {
        CallOutcome.Timeout => "timeout",
        CallOutcome.Rejected => "rejection",
        _ => "failure",
    };

    private ILogger LoggerOf(ILoggerFactory factory)
    {
        var bound = _bound;
        if (bound is null || !ReferenceEquals(bound.Factory, factory))
        {
            _bound = bound = new Bound(factory, factory.CreateLogger(_category));
        }

        return bound.Logger;
    }

    private sealed record Bound(ILoggerFactory Factory, ILogger Logger);
}
