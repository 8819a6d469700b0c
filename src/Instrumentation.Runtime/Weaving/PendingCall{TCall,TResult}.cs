using System.Diagnostics;
using Instrumentation.Metrics;

namespace Instrumentation.Weaving;

/// <summary>A call whose task is pending; pooled, so that a pending call costs the task that its caller waits for and nothing else.</summary>
/// <remarks>
/// The caller waits for a task of ours, which completes after the call was recorded. A continuation beside the caller's on the method's own
/// task would not do: of several awaiting continuations the runtime runs the first inline but queues the others before it, so that a free
/// thread can resume the caller first (<c>docs/decisions/0001</c>).
/// </remarks>
[DebuggerStepThrough]
[StackTraceHidden]
internal sealed class PendingCall<TCall, TResult>
    where TCall : struct, ICall<TResult>
{
    private readonly Action _continuation;
    private CallScope _scope;
    private TCall _call;
    private RecordingObserver? _observer;
    private Task? _task;
    private object? _promise;

    private PendingCall() => _continuation = OnCompleted;

    /// <summary>Records the call when the task ends, and gives the caller its span back.</summary>
    /// <returns>A task that ends as the given one does; a <see cref="Task{TResult}"/> unless there is no result.</returns>
    public static Task Observe(Task task, ref CallScope scope, ref TCall call)
    {
        var pending = Pool<PendingCall<TCall, TResult>>.TryTake() ?? new PendingCall<TCall, TResult>();
        pending._scope = scope;
        pending._call = call;
        pending._task = task;
        Task promised;
        if (typeof(TResult) == typeof(NoResult))
        {
            var promise = new TaskCompletionSource();
            (pending._promise, promised) = (promise, promise.Task);
        }
        else
        {
            var promise = new TaskCompletionSource<TResult>();
            (pending._promise, promised) = (promise, promise.Task);
        }

        pending._observer = RecordingObserver.Current;
        scope.Detach();
        task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(pending._continuation);
        return promised;
    }

    private void OnCompleted()
    {
        var (task, promise) = (_task!, _promise!);

        // This may run inside foreign code that completes a task: its current span must be its own again afterwards.
        var current = Activity.Current;
        var observer = _observer;
        var foreign = observer is null ? null : RecordingObserver.Swap(observer);
        _scope.Resume();
        CallRecorder.Settle<TCall, TResult>(task, ref _scope, ref _call);
        CallScope.LeaveTo(current);
        if (observer is not null)
        {
            RecordingObserver.Swap(foreign);
        }

        _scope = default;
        _call = default;
        _observer = null;
        _task = null;
        _promise = null;
        Pool<PendingCall<TCall, TResult>>.Return(this);

        if (promise is TaskCompletionSource plain)
        {
            plain.SetFromTask(task);
        }
        else
        {
            ((TaskCompletionSource<TResult>)promise).SetFromTask((Task<TResult>)task);
        }
    }
}
