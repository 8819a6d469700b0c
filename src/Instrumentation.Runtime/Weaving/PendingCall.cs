namespace Instrumentation.Weaving;

/// <summary>Decides how a pending task may be observed.</summary>
internal static class PendingCall
{
    /// <summary>
    /// Whether a continuation that is attached now runs inside the task's completion, before the caller's. Not so for a task that queues its
    /// continuations, nor where a synchronization context or a task scheduler is in play, because continuations are then posted.
    /// </summary>
    public static bool RunsContinuationsInline(Task task) =>
        !task.CreationOptions.HasFlag(TaskCreationOptions.RunContinuationsAsynchronously)
        && SynchronizationContext.Current is null
        && ReferenceEquals(TaskScheduler.Current, TaskScheduler.Default);
}
