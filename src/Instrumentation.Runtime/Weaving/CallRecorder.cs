using System.Diagnostics;
using Instrumentation.Weaving.Sequences;

namespace Instrumentation.Weaving;

/// <summary>Records calls whose end lies behind a task.</summary>
/// <remarks>
/// A task that is complete is recorded at once and returned as it is. For a pending one the caller gets a task that completes after the call
/// was recorded: when an awaited call resumes its caller, it has been recorded and its span stopped. No synchronization context is captured.
/// </remarks>
[DebuggerStepThrough]
[StackTraceHidden]
public static class CallRecorder
{
    /// <summary>Records a <see cref="Task"/>.</summary>
    public static Task Track<TCall>(Task task, ref CallScope scope, ref TCall call)
        where TCall : struct, ICall<NoResult>
    {
        scope.Forget();
        if (task is null || task.IsCompleted)
        {
            Settle<TCall, NoResult>(task, ref scope, ref call);
            return task!;
        }

        return PendingCall<TCall, NoResult>.Observe(task, ref scope, ref call);
    }

    /// <summary>Records a <see cref="Task{TResult}"/>.</summary>
    public static Task<TResult> Track<TCall, TResult>(Task<TResult> task, ref CallScope scope, ref TCall call)
        where TCall : struct, ICall<TResult>
    {
        scope.Forget();
        if (task is null || task.IsCompleted)
        {
            Settle<TCall, TResult>(task, ref scope, ref call);
            return task!;
        }

        return (Task<TResult>)PendingCall<TCall, TResult>.Observe(task, ref scope, ref call);
    }

    /// <summary>Records a <see cref="ValueTask"/>, which is consumed once, here.</summary>
    public static ValueTask Track<TCall>(ValueTask task, ref CallScope scope, ref TCall call)
        where TCall : struct, ICall<NoResult>
    {
        scope.Forget();
        if (task.IsCompletedSuccessfully)
        {
            task.GetAwaiter().GetResult();
            call.Record(ref scope, CallOutcome.Success, null, default);
            return default;
        }

        if (task.IsCompleted)
        {
            var failed = task.AsTask();
            Settle<TCall, NoResult>(failed, ref scope, ref call);
            return new ValueTask(failed);
        }

        return PendingValueCall<TCall, NoResult>.Observe(task, ref scope, ref call);
    }

    /// <summary>Records a <see cref="ValueTask{TResult}"/>, which is consumed once, here.</summary>
    public static ValueTask<TResult> Track<TCall, TResult>(ValueTask<TResult> task, ref CallScope scope, ref TCall call)
        where TCall : struct, ICall<TResult>
    {
        scope.Forget();
        if (task.IsCompletedSuccessfully)
        {
            var result = task.GetAwaiter().GetResult();
            call.Record(ref scope, CallOutcome.Success, null, result);
            return new ValueTask<TResult>(result);
        }

        if (task.IsCompleted)
        {
            var failed = task.AsTask();
            Settle<TCall, TResult>(failed, ref scope, ref call);
            return new ValueTask<TResult>(failed);
        }

        return PendingValueCall<TCall, TResult>.Observe(task, ref scope, ref call);
    }

    /// <summary>Records each enumeration of a sequence, from its first step to its disposal.</summary>
    public static IEnumerable<T> Track<TCall, T>(IEnumerable<T> sequence, ref TCall call)
        where TCall : struct, ISequenceCall => sequence is null ? sequence! : new RecordedSequence<TCall, T>(sequence, call);

    /// <summary>Records each enumeration of an asynchronous sequence, from its first step to its disposal.</summary>
    public static IAsyncEnumerable<T> Track<TCall, T>(IAsyncEnumerable<T> sequence, ref TCall call)
        where TCall : struct, ISequenceCall => sequence is null ? sequence! : new RecordedAsyncSequence<TCall, T>(sequence, call);

    /// <summary>Records a task that is complete; a method that returned no task at all is recorded as returned.</summary>
    internal static void Settle<TCall, TResult>(Task? task, ref CallScope scope, ref TCall call)
        where TCall : struct, ICall<TResult>
    {
        if (task is null || task.IsCompletedSuccessfully)
        {
#pragma warning disable RS0030, MA0042 // The task is complete: nothing blocks.
            call.Record(ref scope, CallOutcome.Success, null, task is Task<TResult> typed ? typed.Result : default!);
#pragma warning restore RS0030, MA0042
        }
        else
        {
            var exception = TaskFailure.Of(task);
            call.Record(ref scope, CallOutcomes.Of(exception), exception, default!);
        }
    }
}
