namespace Instrumentation.AspNetCore.Logging;

/// <summary>The time for which <see cref="LogContext.Begin"/> has made a context the current one.</summary>
public readonly struct LogContextScope : IDisposable
{
    private readonly string? _correlationId;

    internal LogContextScope(LogContext? context, string? correlationId) => (Context, _correlationId) = (context, correlationId);

    /// <summary>What was there before.</summary>
    internal LogContext? Context { get; }

    /// <summary>Gives back what was there before; call it where <see cref="LogContext.Begin"/> was called, not in a method called from there that is <c>async</c>.</summary>
    public void Dispose()
    {
        LogContext.Replace(Context);
        if (CorrelationContext.Id != _correlationId)
        {
            CorrelationContext.Id = _correlationId;
        }
    }
}
