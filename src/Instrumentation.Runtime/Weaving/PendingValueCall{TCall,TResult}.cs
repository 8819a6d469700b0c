using System.Diagnostics;
using System.Runtime.CompilerServices;
using Instrumentation.Metrics;

namespace Instrumentation.Weaving;

/// <summary>As <see cref="PendingCall{TCall,TResult}"/>, for a pending value task; it is consumed here and only here.</summary>
[DebuggerStepThrough]
[StackTraceHidden]
internal sealed class PendingValueCall<TCall, TResult>
    where TCall : struct, ICall<TResult>
{
    private readonly Action _continuation;
    private CallScope _scope;
    private TCall _call;
    private RecordingObserver? _observer;
    private ValueTask _plain;
    private ValueTask<TResult> _task;
    private AsyncTaskMethodBuilder<TResult> _promise;

    private PendingValueCall() => _continuation = OnCompleted;

    /// <summary>Records the call when the task ends, and gives the caller its span back.</summary>
    /// <returns>A task that ends as the given one does.</returns>
    public static ValueTask<TResult> Observe(ValueTask<TResult> task, ref CallScope scope, ref TCall call)
    {
        var pending = Rent(ref scope, ref call);
        pending._task = task;
        var promised = pending._promise.Task;
        task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(pending._continuation);
        return new ValueTask<TResult>(promised);
    }

    /// <inheritdoc cref="Observe(ValueTask{TResult}, ref CallScope, ref TCall)"/>
    public static ValueTask Observe(ValueTask task, ref CallScope scope, ref TCall call)
    {
        var pending = Rent(ref scope, ref call);
        pending._plain = task;
        var promised = pending._promise.Task;
        task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(pending._continuation);
        return new ValueTask(promised);
    }

    private static PendingValueCall<TCall, TResult> Rent(ref CallScope scope, ref TCall call)
    {
        var pending = Pool<PendingValueCall<TCall, TResult>>.TryTake() ?? new PendingValueCall<TCall, TResult>();
        pending._scope = scope;
        pending._call = call;
        pending._promise = AsyncTaskMethodBuilder<TResult>.Create();
        pending._observer = RecordingObserver.Current;
        scope.Detach();
        return pending;
    }

    private void OnCompleted()
    {
        var current = Activity.Current;
        var observer = _observer;
        var foreign = observer is null ? null : RecordingObserver.Swap(observer);
        _scope.Resume();
        TResult result = default!;
        Task? failed = null;
        if (typeof(TResult) == typeof(NoResult) ? _plain.IsCompletedSuccessfully : _task.IsCompletedSuccessfully)
        {
            result = Take();
            _call.Record(ref _scope, CallOutcome.Success, null, result);
        }
        else
        {
            failed = typeof(TResult) == typeof(NoResult) ? _plain.AsTask() : _task.AsTask();
            CallRecorder.Settle<TCall, TResult>(failed, ref _scope, ref _call);
        }

        CallScope.LeaveTo(current);
        if (observer is not null)
        {
            RecordingObserver.Swap(foreign);
        }

        var promise = _promise;
        Return();
        if (failed is null)
        {
            promise.SetResult(result);
        }
        else
        {
            TaskFailure.Set(ref promise, failed);
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
        _scope = default;
        _call = default;
        _observer = null;
        _plain = default;
        _task = default;
        _promise = default;
        Pool<PendingValueCall<TCall, TResult>>.Return(this);
    }
}
