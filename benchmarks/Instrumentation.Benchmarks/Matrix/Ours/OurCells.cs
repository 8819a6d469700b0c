using Instrumentation.Benchmarks.Quotes;

namespace Instrumentation.Benchmarks.Matrix;

/// <summary>The annotated methods in each shape and with each number of tags.</summary>
internal static class OurCells
{
    public static IEnumerable<Cell> All(Driver drive)
    {
        var syncCalls = new OurSyncCalls();
        var taskCalls = new OurTaskCalls(drive.Gate);
        var valueTaskCalls = new OurValueTaskCalls(drive.Gate);
        var sequences = new OurSequences(drive.Gate);
        var histograms = new OurHistograms();
        var callsApart = new OurCallsApart();
        var tasksInPlace = new OurTasksInPlace(drive.Gate);
        var valueTasksInPlace = new OurValueTasksInPlace(drive.Gate);

        // Not by a container: to add instrumentation to one is to listen.
        IServedCalls served = new InstrumentedOurServedCalls(new OurServedCalls(drive.Gate), ownsInner: true);
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
        yield return new("sync, counter with other tags", 0, drive.Sync(_ => callsApart.Call0()));
        yield return new("sync, counter with other tags", 1, drive.Sync(o => callsApart.Call1(o.Origin)));
        yield return new("sync, counter with other tags", 3, drive.Sync(o => callsApart.Call3(o.Origin, o.Cached, o.Format)));
        yield return new("sync, counter with other tags", 4, drive.Sync(o => callsApart.Call4(o.Origin, o.Cached, o.Format, o.Retried)));
        yield return new("sync, counter with other tags", 8, drive.Sync(o => callsApart.Call8(o.Origin, o.Cached, o.Format, o.Retried, o.Signed, o.Large, o.Urgent, o.Draft)));
        yield return new("Task pending, in place", 0, drive.TaskPending(_ => tasksInPlace.Call0Async()));
        yield return new("Task pending, in place", 1, drive.TaskPending(o => tasksInPlace.Call1Async(o.Origin)));
        yield return new("Task pending, in place", 3, drive.TaskPending(o => tasksInPlace.Call3Async(o.Origin, o.Cached, o.Format)));
        yield return new("Task pending, in place", 4, drive.TaskPending(o => tasksInPlace.Call4Async(o.Origin, o.Cached, o.Format, o.Retried)));
        yield return new("Task pending, in place", 8, drive.TaskPending(o => tasksInPlace.Call8Async(o.Origin, o.Cached, o.Format, o.Retried, o.Signed, o.Large, o.Urgent, o.Draft)));
        yield return new("ValueTask pending, in place", 0, drive.ValueTaskPending(_ => valueTasksInPlace.Call0Async()));
        yield return new("ValueTask pending, in place", 1, drive.ValueTaskPending(o => valueTasksInPlace.Call1Async(o.Origin)));
        yield return new("ValueTask pending, in place", 3, drive.ValueTaskPending(o => valueTasksInPlace.Call3Async(o.Origin, o.Cached, o.Format)));
        yield return new("ValueTask pending, in place", 4, drive.ValueTaskPending(o => valueTasksInPlace.Call4Async(o.Origin, o.Cached, o.Format, o.Retried)));
        yield return new("ValueTask pending, in place", 8, drive.ValueTaskPending(o => valueTasksInPlace.Call8Async(o.Origin, o.Cached, o.Format, o.Retried, o.Signed, o.Large, o.Urgent, o.Draft)));
        yield return new("sync, by a decorator", 0, drive.Sync(_ => served.Call0()));
        yield return new("sync, by a decorator", 1, drive.Sync(o => served.Call1(o.Origin)));
        yield return new("sync, by a decorator", 3, drive.Sync(o => served.Call3(o.Origin, o.Cached, o.Format)));
        yield return new("sync, by a decorator", 4, drive.Sync(o => served.Call4(o.Origin, o.Cached, o.Format, o.Retried)));
        yield return new("sync, by a decorator", 8, drive.Sync(o => served.Call8(o.Origin, o.Cached, o.Format, o.Retried, o.Signed, o.Large, o.Urgent, o.Draft)));
        yield return new("Task pending, by a decorator", 0, drive.TaskPending(_ => served.Call0Async()));
        yield return new("Task pending, by a decorator", 1, drive.TaskPending(o => served.Call1Async(o.Origin)));
        yield return new("Task pending, by a decorator", 3, drive.TaskPending(o => served.Call3Async(o.Origin, o.Cached, o.Format)));
        yield return new("Task pending, by a decorator", 4, drive.TaskPending(o => served.Call4Async(o.Origin, o.Cached, o.Format, o.Retried)));
        yield return new("Task pending, by a decorator", 8, drive.TaskPending(o => served.Call8Async(o.Origin, o.Cached, o.Format, o.Retried, o.Signed, o.Large, o.Urgent, o.Draft)));
    }
}
