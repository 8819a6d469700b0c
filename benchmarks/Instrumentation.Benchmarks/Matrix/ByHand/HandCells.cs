using Instrumentation.Benchmarks.Quotes;

namespace Instrumentation.Benchmarks.Matrix;

/// <summary>The methods that are instrumented by hand in each shape and with each number of tags.</summary>
internal static class HandCells
{
    public static IEnumerable<Cell> All(Driver drive)
    {
        var syncCalls = new HandSyncCalls();
        var taskCalls = new HandTaskCalls(drive.Gate);
        var valueTaskCalls = new HandValueTaskCalls(drive.Gate);
        var sequences = new HandSequences(drive.Gate);
        var histograms = new HandHistograms();
        yield return new("sync", 0, drive.Sync(_ => syncCalls.Call0()));
        yield return new("sync", 1, drive.Sync(o => syncCalls.Call1(o.Origin)));
        yield return new("sync", 3, drive.Sync(o => syncCalls.Call3(o.Origin, o.Cached, o.Format)));
        yield return new("sync", 4, drive.Sync(o => syncCalls.Call4(o.Origin, o.Cached, o.Format, o.Retried)));
        yield return new("sync", 8, drive.Sync(o => syncCalls.Call8(o.Origin, o.Cached, o.Format, o.Retried, o.Signed, o.Large, o.Urgent, o.Draft)));
        yield return new("Task completed", 0, drive.TaskCompleted(_ => taskCalls.Call0Async()));
        yield return new("Task completed", 1, drive.TaskCompleted(o => taskCalls.Call1Async(o.Origin)));
        yield return new("Task completed", 3, drive.TaskCompleted(o => taskCalls.Call3Async(o.Origin, o.Cached, o.Format)));
        yield return new("Task completed", 4, drive.TaskCompleted(o => taskCalls.Call4Async(o.Origin, o.Cached, o.Format, o.Retried)));
        yield return new("Task completed", 8, drive.TaskCompleted(o => taskCalls.Call8Async(o.Origin, o.Cached, o.Format, o.Retried, o.Signed, o.Large, o.Urgent, o.Draft)));
        yield return new("Task pending", 0, drive.TaskPending(_ => taskCalls.Call0Async()));
        yield return new("Task pending", 1, drive.TaskPending(o => taskCalls.Call1Async(o.Origin)));
        yield return new("Task pending", 3, drive.TaskPending(o => taskCalls.Call3Async(o.Origin, o.Cached, o.Format)));
        yield return new("Task pending", 4, drive.TaskPending(o => taskCalls.Call4Async(o.Origin, o.Cached, o.Format, o.Retried)));
        yield return new("Task pending", 8, drive.TaskPending(o => taskCalls.Call8Async(o.Origin, o.Cached, o.Format, o.Retried, o.Signed, o.Large, o.Urgent, o.Draft)));
        yield return new("ValueTask completed", 0, drive.ValueTaskCompleted(_ => valueTaskCalls.Call0Async()));
        yield return new("ValueTask completed", 1, drive.ValueTaskCompleted(o => valueTaskCalls.Call1Async(o.Origin)));
        yield return new("ValueTask completed", 3, drive.ValueTaskCompleted(o => valueTaskCalls.Call3Async(o.Origin, o.Cached, o.Format)));
        yield return new("ValueTask completed", 4, drive.ValueTaskCompleted(o => valueTaskCalls.Call4Async(o.Origin, o.Cached, o.Format, o.Retried)));
        yield return new("ValueTask completed", 8, drive.ValueTaskCompleted(o => valueTaskCalls.Call8Async(o.Origin, o.Cached, o.Format, o.Retried, o.Signed, o.Large, o.Urgent, o.Draft)));
        yield return new("ValueTask pending", 0, drive.ValueTaskPending(_ => valueTaskCalls.Call0Async()));
        yield return new("ValueTask pending", 1, drive.ValueTaskPending(o => valueTaskCalls.Call1Async(o.Origin)));
        yield return new("ValueTask pending", 3, drive.ValueTaskPending(o => valueTaskCalls.Call3Async(o.Origin, o.Cached, o.Format)));
        yield return new("ValueTask pending", 4, drive.ValueTaskPending(o => valueTaskCalls.Call4Async(o.Origin, o.Cached, o.Format, o.Retried)));
        yield return new("ValueTask pending", 8, drive.ValueTaskPending(o => valueTaskCalls.Call8Async(o.Origin, o.Cached, o.Format, o.Retried, o.Signed, o.Large, o.Urgent, o.Draft)));
        yield return new("IAsyncEnumerable", 0, drive.Sequence(_ => sequences.Call0Async()));
        yield return new("IAsyncEnumerable", 1, drive.Sequence(o => sequences.Call1Async(o.Origin)));
        yield return new("IAsyncEnumerable", 3, drive.Sequence(o => sequences.Call3Async(o.Origin, o.Cached, o.Format)));
        yield return new("IAsyncEnumerable", 4, drive.Sequence(o => sequences.Call4Async(o.Origin, o.Cached, o.Format, o.Retried)));
        yield return new("IAsyncEnumerable", 8, drive.Sequence(o => sequences.Call8Async(o.Origin, o.Cached, o.Format, o.Retried, o.Signed, o.Large, o.Urgent, o.Draft)));
        yield return new("sync, histogram alone", 0, drive.Sync(_ => histograms.Call0()));
        yield return new("sync, histogram alone", 1, drive.Sync(o => histograms.Call1(o.Origin)));
        yield return new("sync, histogram alone", 3, drive.Sync(o => histograms.Call3(o.Origin, o.Cached, o.Format)));
        yield return new("sync, histogram alone", 4, drive.Sync(o => histograms.Call4(o.Origin, o.Cached, o.Format, o.Retried)));
        yield return new("sync, histogram alone", 8, drive.Sync(o => histograms.Call8(o.Origin, o.Cached, o.Format, o.Retried, o.Signed, o.Large, o.Urgent, o.Draft)));
    }
}
