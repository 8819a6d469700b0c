using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Instrumentation.Integration.Tests.Infrastructure;

/// <summary>Keeps what the tests' own categories log.</summary>
internal sealed class LogRecorder : ILoggerProvider
{
    private readonly ConcurrentQueue<(string Category, LogLevel Level, string Text, string? Span)> _lines = new();

    public bool Fails { get; init; }

    public IEnumerable<(string Category, LogLevel Level, string Text, string? Span)> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(LogRecorder owner, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => category.StartsWith("Instrumentation.", StringComparison.Ordinal);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (owner.Fails)
            {
                throw new InvalidOperationException("The disk is full.");
            }

            Assert.Null(exception);
            owner._lines.Enqueue((category, logLevel, formatter(state, exception), Activity.Current?.DisplayName));
        }
    }
}
