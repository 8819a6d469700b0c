using System.Runtime.CompilerServices;

namespace Instrumentation.Weaving;

/// <summary>How a task has failed, and how another one is ended in the same way.</summary>
internal static class TaskFailure
{
    /// <summary>The exception that an <c>await</c> of the task throws.</summary>
    public static Exception Of(Task failed)
    {
        if (failed.Exception is { InnerExceptions: var exceptions })
        {
            return exceptions[0];
        }

        // A cancelled task tells its exception, which may say that it was a time-out, only by throwing it.
        try
        {
#pragma warning disable RS0030, MA0042 // The task is complete: nothing blocks.
            failed.GetAwaiter().GetResult();
#pragma warning restore RS0030, MA0042
        }
        catch (OperationCanceledException exception)
        {
            return exception;
        }

        return new TaskCanceledException(failed);
    }

    /// <summary>Ends the task of a builder as another one failed.</summary>
    /// <remarks>
    /// A builder takes one exception. A source that takes several (<see cref="TaskCompletionSource{TResult}"/>) would cost each pending call another object, for the rare one
    /// that fails so: over <see cref="Task.WhenAll(Task[])"/>, or with a cancellation as its failure. That one is ended as the framework's own sources end theirs.
    /// </remarks>
    public static void Set<TResult>(ref AsyncTaskMethodBuilder<TResult> promise, Task failed)
    {
        var exception = Of(failed);
        if (failed.Exception is not { InnerExceptions: var all } || (all.Count == 1 && exception is not OperationCanceledException) || !TrySetAll(promise.Task, all))
        {
            promise.SetException(exception);
        }
    }

    // It is no promise of the framework's that the method is there.
    private static bool TrySetAll(Task promise, IReadOnlyCollection<Exception> exceptions)
    {
        try
        {
            return TrySetException(promise, exceptions);
        }
        catch (MissingMethodException)
        {
            return false;
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "TrySetException")]
    private static extern bool TrySetException(Task task, object exceptions);
}
