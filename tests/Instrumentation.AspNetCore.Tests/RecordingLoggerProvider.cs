using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Instrumentation.AspNetCore.Tests;

/// <summary>Keeps what our own request log writes, with the correlation id at that moment.</summary>
internal sealed class RecordingLoggerProvider : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();

    /// <summary>The lines without their elapsed time.</summary>
    public IReadOnlyList<string> Requests() => [.. _lines.Select(static line => line.Split(" in ")[0])];

    public ILogger CreateLogger(string categoryName) => new Recorder(this, categoryName.StartsWith("Instrumentation.", StringComparison.Ordinal));

    public void Dispose()
    {
    }

    private sealed class Recorder(RecordingLoggerProvider owner, bool ours) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (ours)
            {
                owner._lines.Enqueue($"{logLevel} {CorrelationContext.Id} {formatter(state, exception)}");
            }
        }
    }
}
