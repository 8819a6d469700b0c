using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Instrumentation.Metrics;

namespace Instrumentation.Weaving;

/// <summary>As <see cref="PendingCall{TCall,TResult}"/>, for a value task that is pending or has failed; it is consumed here and only here.</summary>
[DebuggerStepThrough]
[StackTraceHidden]
internal sealed class PendingValueCall<TCall, TResult>
    where TCall : struct, ICall<TResult>
{
    private const int MaxPooled = 1024;

    private static readonly ConcurrentQueue<PendingValueCall<TCall, TResult>> s_pool = new();

    private readonly Action _continuation;
    private TCall _call;
    private RecordingObserver? _observer;
    private ValueTask _plain;
    private ValueTask<TResult> _task;
    private AsyncTaskMethodBuilder<TResult> _promise;

    private PendingValueCall() => _continuation = OnCompleted;

    /// <summary>Records the call when the task ends, and gives the caller its span back.</summary>
    /// <returns>A task that ends as the given one does.</returns>
    public static ValueTask<TResult> Observe(ValueTask<TResult> task, ref TCall call)
    {
        var pending = Rent(ref call);
        pending._task = task;
        var promised = pending._promise.Task;
        pending.Await(task.ConfigureAwait(false).GetAwaiter());
        return new ValueTask<TResult>(promised);
    }

    /// <inheritdoc cref="Observe(ValueTask{TResult}, ref TCall)"/>
    public static ValueTask Observe(ValueTask task, ref TCall call)
    {
        var pending = Rent(ref call);
        pending._plain = task;
        var promised = pending._promise.Task;
        pending.Await(task.ConfigureAwait(false).GetAwaiter());
        return new ValueTask(promised);
    }

    private static PendingValueCall<TCall, TResult> Rent(ref TCall call)
    {
        var pending = s_pool.TryDequeue(out var pooled) ? pooled : new PendingValueCall<TCall, TResult>();
        pending._call = call;
        pending._promise = AsyncTaskMethodBuilder<TResult>.Create();
        pending._observer = RecordingObserver.Current;
        call.Detach();
        return pending;
    }

    // One that has failed already must not come back as pending, which a continuation would make of it.
    private void Await<TAwaiter>(TAwaiter awaiter)
        where TAwaiter : struct, ICriticalNotifyCompletion
    {
        if (_plain.IsCompleted && _task.IsCompleted)
        {
            OnCompleted();
        }
        else
        {
            awaiter.UnsafeOnCompleted(_continuation);
        }
    }

    private void OnCompleted()
    {
        var current = Activity.Current;
        var observer = _observer;
        var foreign = observer is null ? null : RecordingObserver.Swap(observer);
        _call.Resume();
        TResult result = default!;
        Exception? failure = null;
        try
        {
            result = Take();
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        if (failure is null)
        {
            _call.Complete(result);
        }
        else
        {
            _call.Fail(CallOutcomes.Of(failure), failure);
        }

        CallScope.LeaveTo(current);
        if (observer is not null)
        {
            RecordingObserver.Swap(foreign);
        }

        var promise = _promise;
        Return();
        if (failure is null)
        {
            promise.SetResult(result);
        }
        else
        {
            promise.SetException(failure);
        }
    }

    private TResult Take()
    {
        if (typeof(TResult) != typeof(NoResult))
        {
            return _task.GetAwaiter().GetResult();
        }

        _plain.GetAwaiter().GetResult();
        return default!;
    }

    private void Return()
    {
        _call = default;
        _observer = null;
        _plain = default;
        _task = default;
        _promise = default;
        if (s_pool.Count < MaxPooled)
        {
            s_pool.Enqueue(this);
        }
    }
}
