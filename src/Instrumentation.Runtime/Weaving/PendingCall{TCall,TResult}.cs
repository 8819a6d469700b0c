using System.Collections.Concurrent;
using System.Diagnostics;

namespace Instrumentation.Weaving;

/// <summary>A call whose task is pending, observed by a continuation on that very task; pooled, so that it costs no object of ours per call.</summary>
/// <remarks>
/// Two parties hold it: the one that attaches and the task's completion. A task that completes while it is being attached to queues the
/// continuation to the thread pool; the attaching party then records itself, so that its caller never sees a complete, unrecorded call.
/// </remarks>
[DebuggerStepThrough]
[StackTraceHidden]
internal sealed class PendingCall<TCall, TResult>
    where TCall : struct, ICall<TResult>
{
    private const int MaxPooled = 1024;

    private static readonly ConcurrentQueue<PendingCall<TCall, TResult>> s_pool = new();

    private readonly Action _continuation;
    private TCall _call;
    private Task? _task;
    private int _holders;
    private int _claimed;
    private volatile bool _recorded;

    private PendingCall() => _continuation = OnCompleted;

    /// <summary>Attaches to a task that was pending a moment ago, and gives the caller its span back.</summary>
    public static void Attach(Task task, ref TCall call)
    {
        var pending = s_pool.TryDequeue(out var pooled) ? pooled : new PendingCall<TCall, TResult>();
        pending._call = call;
        pending._task = task;
        pending._claimed = 0;
        pending._recorded = false;
        pending._holders = 2;
        call.Detach();
        task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(pending._continuation);
        if (task.IsCompleted)
        {
            pending.RecordOnce();
        }

        pending.Release();
    }

    private void OnCompleted()
    {
        RecordOnce();
        Release();
    }

    private void RecordOnce()
    {
        if (Interlocked.Exchange(ref _claimed, 1) == 0)
        {
            // This may run inside foreign code that completes a task: its current span must be its own again afterwards.
            var current = Activity.Current;
            _call.Resume();
            CallRecorder.Settle<TCall, TResult>(_task, ref _call);
            if (!ReferenceEquals(Activity.Current, current))
            {
                Activity.Current = current;
            }

            _recorded = true;
            return;
        }

        var spin = default(SpinWait);
        while (!_recorded)
        {
            spin.SpinOnce();
        }
    }

    private void Release()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
        {
            _call = default;
            _task = null;
            if (s_pool.Count < MaxPooled)
            {
                s_pool.Enqueue(this);
            }
        }
    }
}
