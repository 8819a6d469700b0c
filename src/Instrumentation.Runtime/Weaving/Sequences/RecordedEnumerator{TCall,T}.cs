using System.Collections;
using System.Diagnostics;

namespace Instrumentation.Weaving.Sequences;

/// <summary>One recorded enumeration.</summary>
[DebuggerStepThrough]
[StackTraceHidden]
internal sealed class RecordedEnumerator<TCall, T>(IEnumerator<T> inner, TCall call) : IEnumerator<T>
    where TCall : struct, ISequenceCall
{
    private Enumeration<TCall> _enumeration = new(call);

    public T Current => inner.Current;

    object? IEnumerator.Current => Current;

    public bool MoveNext()
    {
        var consumer = _enumeration.Enter();
        try
        {
            return inner.MoveNext();
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

    public void Reset() => inner.Reset();

    public void Dispose()
    {
        var consumer = _enumeration.EnterEnd();
        try
        {
            inner.Dispose();
        }
        catch (Exception exception) when (_enumeration.Notice(exception))
        {
            throw;
        }
        finally
        {
            _enumeration.End();
            CallScope.LeaveTo(consumer);
        }
    }
}
