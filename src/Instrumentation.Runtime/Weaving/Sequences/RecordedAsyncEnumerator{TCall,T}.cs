using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Instrumentation.Weaving.Sequences;

/// <summary>One recorded asynchronous enumeration.</summary>
[DebuggerStepThrough]
[StackTraceHidden]
internal sealed class RecordedAsyncEnumerator<TCall, T>(IAsyncEnumerator<T> inner, TCall call) : IAsyncEnumerator<T>
    where TCall : struct, ISequenceCall
{
    private Enumeration<TCall> _enumeration = new(call);

    public T Current => inner.Current;

    public ValueTask<bool> MoveNextAsync()
    {
        var consumer = _enumeration.Enter();
        try
        {
            var step = inner.MoveNextAsync();
            return step.IsCompletedSuccessfully ? step : Awaited(step);
        }
        catch (Exception exception) when (_enumeration.Notice(exception))
        {
            throw;
        }
        finally
        {
            CallScope.LeaveTo(consumer);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // What an async method does to the current span is undone when it returns.
        _enumeration.EnterEnd();
        try
        {
            await inner.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (_enumeration.Notice(exception))
        {
            throw;
        }
        finally
        {
            _enumeration.End();
        }
    }

    // An enumerator's step may be awaited once only, by its contract, so its state machine can be pooled.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> Awaited(ValueTask<bool> step)
    {
        try
        {
            return await step.ConfigureAwait(false);
        }
        catch (Exception exception) when (_enumeration.Notice(exception))
        {
            throw;
        }
    }
}
