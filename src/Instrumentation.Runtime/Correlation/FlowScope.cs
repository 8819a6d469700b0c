using System.Diagnostics;
using Instrumentation.Tracing;
using Instrumentation.Weaving;

namespace Instrumentation;

/// <summary>The time for which a <see cref="FlowContext"/> is the current one.</summary>
public readonly struct FlowScope : IDisposable
{
    private readonly string? _correlationBefore;
    private readonly Activity? _spanBefore;
    private readonly IReadOnlyCollection<KeyValuePair<string, string?>>? _baggageBefore;
    private readonly Activity? _span;

    internal FlowScope(string? correlationBefore, Activity? spanBefore, IReadOnlyCollection<KeyValuePair<string, string?>>? baggageBefore, Activity? span)
    {
        _correlationBefore = correlationBefore;
        _spanBefore = spanBefore;
        _baggageBefore = baggageBefore;
        _span = span;
    }

    /// <summary>Marks the span as failed, with the exception's type; the message is left out, as it may quote data.</summary>
    /// <param name="exception">What ended the work.</param>
    /// <exception cref="ArgumentNullException"><paramref name="exception"/> is null.</exception>
    public void Fail(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        _span?.SetStatus(ActivityStatusCode.Error);
        if (_span is { IsAllDataRequested: true })
        {
            _span.SetTag("error.type", exception.GetType().FullName);
        }
    }

    /// <summary>Stops the span and gives back the context that was current before; call it in the method that opened the scope.</summary>
    public void Dispose()
    {
        if (_span is not null)
        {
            GuardedSpan.Stop(_span);
            CallScope.LeaveTo(_spanBefore);
        }

        CorrelationContext.Restore(_correlationBefore);
        if (_baggageBefore is not null && FlowContext.Store is { } store)
        {
            store.Current = _baggageBefore;
        }
    }
}
