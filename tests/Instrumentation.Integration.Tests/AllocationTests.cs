using Instrumentation.Integration.Tests.Infrastructure;
using Instrumentation.TestTools;
using Microsoft.Extensions.Logging.Abstractions;

namespace Instrumentation.Integration.Tests;

/// <summary>What an instrumented call costs in memory while its metrics are read and nobody listens to its span.</summary>
/// <remarks>Alone in the process: a span listener of another test would make the calls allocate their spans.</remarks>
[Collection(nameof(AllocationTests))]
[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
[Trait("Telemetry", "Exact")]
public sealed class AllocationTests
{
    // What a caller of a pending call waits for, docs/decisions/0001: a promise and its task, or for a value task the task alone.
    private const int PendingTaskBytes = 88;
    private const int PendingTaskOfResultBytes = 96;
    private const int PendingValueTaskBytes = 72;

    private readonly Costly _costly = new();

    [ReleaseFact]
    public Task Sync_AllocatesNothing() => AssertFreeAsync("costly_sync", () => _costly.Sync(Color.Green, "eu", "text"));

    [ReleaseFact]
    public Task Full_AllocatesNothing() => AssertFreeAsync("costly_full", () => _costly.Full(Color.Green, "text", 0.5m));

    [ReleaseFact]
    public void FailureThatNobodyLogs_AllocatesNothing()
    {
        FailureLogging.Use(NullLoggerFactory.Instance);
        Assert.Equal(0, Allocated.ByCalls(() => _costly.Full(Color.Green, "bad", 0.5m)));
    }

    [ReleaseFact]
    public void CallByHand_AllocatesNothing() =>
        Assert.Equal(0, Allocated.ByCalls(static () => HandAllocations.Every(Color.Green, true, "eu", "tenant", 3, TimeSpan.FromSeconds(1))));

    [ReleaseFact]
    public Task Void_AllocatesNothing() => AssertFreeAsync("costly_void", () => _costly.Void(Color.Green, "us", "text"));

    [ReleaseFact]
    public Task CompletedTask_AllocatesNothing() => AssertFreeAsync("costly_task", () => _costly.TaskOf(Color.DarkRed, "eu", "text", Task.CompletedTask));

    [ReleaseFact]
    public Task CompletedTaskWithResult_AllocatesNothing()
    {
        var completed = Task.FromResult("done");
        return AssertFreeAsync("costly_task_result", () => _costly.TaskOf(Color.DarkRed, "eu", completed));
    }

    [ReleaseFact]
    public Task CompletedValueTask_AllocatesNothing() =>
        AssertFreeAsync("costly_value_task", () => _costly.ValueTaskOf(Color.Green, "asia", "text", ValueTask.CompletedTask).GetAwaiter().GetResult());

    [ReleaseFact]
    public Task CompletedValueTaskWithResult_AllocatesNothing() =>
        AssertFreeAsync("costly_value_task_result", () => _costly.ValueTaskOf(Color.Green, "asia", new ValueTask<int>(5)).GetAwaiter().GetResult());

    [ReleaseTheory]
    [InlineData(1)]
    [InlineData(200)]
    public void PendingTask_CostsTheTaskOfItsCaller(int pending) => AssertPending(
        PendingTaskBytes,
        pending,
        "done",
        (source, resume) => _costly.PlainTaskOf((Task)source.Task).ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(resume),
        (source, resume) => _costly.TaskOf(Color.Green, "eu", "text", source.Task).ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(resume));

    [ReleaseTheory]
    [InlineData(1)]
    [InlineData(200)]
    public void PendingTaskWithResult_CostsTheTaskOfItsCaller(int pending) => AssertPending(
        PendingTaskOfResultBytes,
        pending,
        "done",
        (source, resume) => _costly.PlainTaskOf(source.Task).ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(resume),
        (source, resume) => _costly.TaskOf(Color.Green, "eu", source.Task).ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(resume));

    [ReleaseTheory]
    [InlineData(1)]
    [InlineData(200)]
    public void PendingValueTask_CostsTheTaskOfItsCaller(int pending) => AssertPending(
        PendingValueTaskBytes,
        pending,
        "done",
        (source, resume) => _costly.PlainValueTaskOf(new ValueTask(source.Task)).ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(resume),
        (source, resume) => _costly.ValueTaskOf(Color.Green, "eu", "text", new ValueTask(source.Task)).ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(resume));

    [ReleaseTheory]
    [InlineData(1)]
    [InlineData(200)]
    public void PendingValueTaskWithResult_CostsTheTaskOfItsCaller(int pending) => AssertPending(
        PendingValueTaskBytes,
        pending,
        5,
        (source, resume) => _costly.PlainValueTaskOf(new ValueTask<int>(source.Task)).ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(resume),
        (source, resume) => _costly.ValueTaskOf(Color.Green, "eu", new ValueTask<int>(source.Task)).ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(resume));

    /// <summary>Asserts what a call costs over the plain method's, to the byte, while so many are pending at once. They resume inline, as an await on this thread would.</summary>
    private static void AssertPending<TResult>(
        int bytes,
        int pending,
        TResult result,
        Action<TaskCompletionSource<TResult>, Action> plain,
        Action<TaskCompletionSource<TResult>, Action> instrumented)
    {
        Assert.Equal((long)bytes * pending * Allocated.Calls, Bytes(instrumented) - Bytes(plain));

        long Bytes(Action<TaskCompletionSource<TResult>, Action> call)
        {
            var resumed = 0;
            var resume = () => { resumed++; };
            var sources = new TaskCompletionSource<TResult>[pending];
            var allocated = Allocated.ByCalls(() =>
            {
                for (var i = 0; i < pending; i++)
                {
                    sources[i] = new TaskCompletionSource<TResult>();
                    call(sources[i], resume);
                }

                for (var i = 0; i < pending; i++)
                {
                    sources[i].SetResult(result);
                }
            });

            // Of those that warm up too.
            Assert.Equal(2 * pending * Allocated.Calls, resumed);
            return allocated;
        }
    }

    [ReleaseFact]
    public void InPlace_PendingTask_IsAsMuchLargerAsWhatItKeeps()
    {
        var plain = Pending(WovenCosts.PlainAsync);
        Assert.Equal(8 * Allocated.Calls, Pending(WovenCosts.TimedAsync) - plain);
        Assert.Equal(16 * Allocated.Calls, Pending(WovenCosts.SpannedAsync) - plain);
        Assert.Equal(16 * Allocated.Calls, Pending(static before => WovenCosts.TaggedAsync(before, DayOfWeek.Friday)) - plain);
        Assert.Equal(16 * Allocated.Calls, Pending(static before => WovenCosts.DefinedAsync(before, DayOfWeek.Friday)) - plain);
        Assert.Equal(24 * Allocated.Calls, Pending(static before => WovenCosts.WholeAsync(before, DayOfWeek.Friday, 1)) - Pending(static before => WovenCosts.PlainWholeAsync(before, DayOfWeek.Friday, 1)));
        Assert.Equal(8 * Allocated.Calls, Pending(static before => WovenCosts.TimedValueAsync(before).AsTask()) - Pending(static before => WovenCosts.PlainValueAsync(before).AsTask()));
    }

    [ReleaseFact]
    public void InPlace_CompletedTask_AllocatesNothing() =>
        Assert.Equal(0, Allocated.ByCalls(static () => _ = WovenCosts.TimedAsync(Task.CompletedTask)) - Allocated.ByCalls(static () => _ = WovenCosts.PlainAsync(Task.CompletedTask)));

    [ReleaseFact]
    public void InPlace_CompletedTaskWithTagsOfArguments_AllocatesNothing() => Assert.Equal(
        0,
        Allocated.ByCalls(static () => _ = WovenCosts.WholeAsync(Task.CompletedTask, DayOfWeek.Friday, 1)) - Allocated.ByCalls(static () => _ = WovenCosts.PlainWholeAsync(Task.CompletedTask, DayOfWeek.Friday, 1)));

    private static long Pending(Func<Task, Task> call) => Allocated.ByCalls(() =>
    {
        var source = new TaskCompletionSource();
        Finish(call(source.Task), source.SetResult);
    });

    // A continuation that runs inline, as an await on this thread would.
    private static void Finish(Task task, Action finish)
    {
        Assert.False(task.IsCompleted);
        var resumed = 0;
        task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(() => resumed++);
        finish();
        Assert.Equal(1, resumed);
    }

    /// <summary>Asserts that calls allocate nothing and that each of them was recorded: a call that is not would be free as well.</summary>
    private static async Task AssertFreeAsync(string metric, Action call)
    {
        Assert.False(Tracing.Spans.Source("Instrumentation.Integration.Tests", "").HasListeners());
        call();
        var before = await CountsAsync(metric);
        Assert.Equal(0, Allocated.ByCalls(call));

        var after = await CountsAsync(metric);
        Assert.Equal((2 * Allocated.Calls, 2 * Allocated.Calls), (after.Counted - before.Counted, after.Timed - before.Timed));
    }

    private static async Task<(double Counted, double Timed)> CountsAsync(string metric)
    {
        var families = MetricsText.Parse(await Scraped.TextAsync());
        return (families[metric + "_total"].Total(("result", "success")), families[metric + "_seconds"].Total(("outcome", "success"), ("long", "true")));
    }
}
