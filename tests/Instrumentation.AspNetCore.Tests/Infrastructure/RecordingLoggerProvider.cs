using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Instrumentation.AspNetCore.Tests.Infrastructure;

/// <summary>Keeps what is logged, with the correlation id at that moment.</summary>
internal sealed class RecordingLoggerProvider : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();

    private readonly ConcurrentQueue<string> _serverLines = new();

    /// <summary>Our own lines, without their elapsed time.</summary>
    public IReadOnlyList<string> Requests() => [.. _lines.Select(static line => line.Split(" in ")[0])];

    /// <summary>The lines of the server and its hosting.</summary>
    public IReadOnlyList<string> ServerLines() => [.. _serverLines];

    public ILogger CreateLogger(string categoryName) =>
        new Recorder(categoryName.StartsWith("Instrumentation.", StringComparison.Ordinal) ? _lines : _serverLines);

    public void Dispose()
    {
    }

    private sealed class Recorder(ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel} {CorrelationContext.Id} {formatter(state, exception)}");
    }
}
