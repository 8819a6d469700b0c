using Instrumentation.Integration.Tests.Infrastructure;
using Instrumentation.TestTools;

namespace Instrumentation.Integration.Tests;

/// <summary>What an instrumented call costs in memory while its metrics are read and nobody listens to its span.</summary>
/// <remarks>Alone in the process: a span listener of another test would make the calls allocate their spans.</remarks>
[Collection(nameof(AllocationTests))]
[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
public sealed class AllocationTests
{
    /// <summary>The task that a caller of a pending call waits for: docs/decisions/0001.</summary>
    private const int PendingBytes = 96;

    private readonly Costly _costly = new();

    [ReleaseFact]
    public Task Sync_AllocatesNothing() => AssertFreeAsync("costly_sync", () => _costly.Sync(Color.Green, "eu", "text"));

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

    [ReleaseFact]
    public void PendingTask_CostsTheTaskOfItsCaller()
    {
        var plain = Allocated.ByCalls(() =>
        {
            var source = new TaskCompletionSource();
            Finish(_costly.PlainTaskOf(source.Task), source.SetResult);
        });
        var instrumented = Allocated.ByCalls(() =>
        {
            var source = new TaskCompletionSource();
            Finish(_costly.TaskOf(Color.Green, "eu", "text", source.Task), source.SetResult);
        });

        Assert.InRange(instrumented - plain, 1, PendingBytes * Allocated.Calls);
    }

    [ReleaseFact]
    public void PendingTaskWithResult_CostsTheTaskOfItsCaller()
    {
        var plain = Allocated.ByCalls(() =>
        {
            var source = new TaskCompletionSource<string>();
            Finish(_costly.PlainTaskOf(source.Task), () => source.SetResult("done"));
        });
        var instrumented = Allocated.ByCalls(() =>
        {
            var source = new TaskCompletionSource<string>();
            Finish(_costly.TaskOf(Color.Green, "eu", source.Task), () => source.SetResult("done"));
        });

        Assert.InRange(instrumented - plain, 1, PendingBytes * Allocated.Calls);
    }

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
