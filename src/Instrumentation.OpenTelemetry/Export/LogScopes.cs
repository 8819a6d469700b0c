using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Instrumentation.OpenTelemetry.Export;

/// <summary>
/// The scopes around a log record. The SDK would export their values as they are; so it is not given them, and <see cref="RecordContext"/> exports what may be shown. The logger factory tells its
/// scopes to providers alone, so this is one, of loggers that write nothing.
/// </summary>
internal sealed class LogScopes : ILoggerProvider, ISupportExternalScope
{
    private IExternalScopeProvider? _scopes;

    /// <summary>Hands out the scopes, from the outside in.</summary>
    public void ForEach<TState>(Action<object?, TState> take, TState state) => _scopes?.ForEachScope(take, state);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public ILogger CreateLogger(string categoryName) => NullLogger.Instance;

    public void Dispose()
    {
    }
}
