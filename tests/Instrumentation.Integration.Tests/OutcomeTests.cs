using Instrumentation.Integration.Tests.Infrastructure;

namespace Instrumentation.Integration.Tests;

/// <summary>What the caller sees stays, and the outcome is the truth, for every return shape.</summary>
[Collection(nameof(OutcomeTests))]
public sealed class OutcomeTests
{
    private readonly Shapes _shapes = new();

    public static TheoryData<Exception, string> Failures => new()
    {
        { new InvalidOperationException("no"), "failure" },
        { new OperationCanceledException(), "cancelled" },
        { new TaskCanceledException(), "cancelled" },
        { new TimeoutException(), "timeout" },
        { new TaskCanceledException("http", new TimeoutException()), "timeout" },
    };

    [Fact]
    public async Task Value_Returned_IsOneSuccess()
    {
        var before = await CountAsync("shapes_value_seconds", "success");
        Assert.Equal(42, _shapes.Value(null));
        Assert.Equal(before + 1, await CountAsync("shapes_value_seconds", "success"));
    }

    [Fact]
    public async Task Void_Returned_IsOneSuccess()
    {
        var before = await CountAsync("shapes_void_seconds", "success");
        _shapes.Void(null);
        Assert.Equal(before + 1, await CountAsync("shapes_void_seconds", "success"));
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Sync_Thrown_LeavesAsItWasAndIsCounted(Exception failure, string outcome)
    {
        var before = await CountAsync("shapes_value_seconds", outcome);
        Assert.Same(failure, Record.Exception(() => _shapes.Value(failure)));
        Assert.Equal(before + 1, await CountAsync("shapes_value_seconds", outcome));
    }

    [Fact]
    public async Task Exception_ReplacedByOneThatTheMethodCatches_IsOneSuccess()
    {
        _shapes.Replaced(new TimeoutException(), new InvalidOperationException());
        await _shapes.ReplacedTask(Task.CompletedTask, new TimeoutException(), new InvalidOperationException());
        foreach (var metric in new[] { "shapes_replaced_seconds", "shapes_replaced_task_seconds" })
        {
            Assert.Equal(1, await CountAsync(metric, "success"));
            Assert.Equal(0, await CountAsync(metric, "timeout"));
        }
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task TaskMethod_ThrowsBeforeItsTask_StillThrowsSynchronously(Exception failure, string outcome)
    {
        var before = await CountAsync("shapes_task_result_seconds", outcome);
        Assert.Same(failure, Record.Exception(() => { _ = _shapes.TaskOf(Task.FromResult(""), failure); }));
        Assert.Equal(before + 1, await CountAsync("shapes_task_result_seconds", outcome));
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task ValueTaskMethod_ThrowsBeforeItsTask_StillThrowsSynchronously(Exception failure, string outcome)
    {
        var before = await CountAsync("shapes_value_task_result_seconds", outcome);
        Assert.Same(failure, Record.Exception(() => { _ = _shapes.ValueTaskOf(new ValueTask<string>(""), failure); }));
        Assert.Equal(before + 1, await CountAsync("shapes_value_task_result_seconds", outcome));
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Task_FaultedLater_IsCountedAndTheExceptionIsTheSame(Exception failure, string outcome)
    {
        var before = await CountAsync("shapes_task_seconds", outcome);
        var source = new TaskCompletionSource();
        var call = _shapes.TaskOf(source.Task, null);
        Assert.Equal(before, await CountAsync("shapes_task_seconds", outcome));
        source.SetException(failure);
        Assert.Same(failure, await Record.ExceptionAsync(() => call));
        Assert.Equal(before + 1, await CountAsync("shapes_task_seconds", outcome));
    }

    [Fact]
    public async Task Task_CancelledLater_IsCancelled()
    {
        var before = await CountAsync("shapes_task_result_seconds", "cancelled");
        var source = new TaskCompletionSource<string>();
        var call = _shapes.TaskOf(source.Task, null);
        source.SetCanceled();
        await Assert.ThrowsAsync<TaskCanceledException>(() => call);
        Assert.True(call.IsCanceled);
        Assert.Equal(before + 1, await CountAsync("shapes_task_result_seconds", "cancelled"));
    }

    [Fact]
    public void Task_Complete_IsTheSameObject()
    {
        var task = Task.FromResult("x");
        Assert.Same(task, _shapes.TaskOf(task, null));
        Assert.Same(Task.CompletedTask, _shapes.TaskOf(Task.CompletedTask, null));
    }

    [Fact]
    public async Task Task_PendingWithSeveralExceptions_KeepsThemAll()
    {
        var first = new TaskCompletionSource();
        var second = new TaskCompletionSource();
        var call = _shapes.TaskOf(Task.WhenAll(first.Task, second.Task), null);
        first.SetException(new InvalidOperationException("1"));
        second.SetException(new ArgumentException("2"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => call);
        Assert.Equal(2, call.Exception!.InnerExceptions.Count);
    }

    [Fact]
    public async Task Task_PendingThenCancelled_KeepsItsTokenAndException()
    {
        using var cancelling = new CancellationTokenSource();
        var call = _shapes.TaskOf(Task.Delay(Timeout.Infinite, cancelling.Token), null);
        await cancelling.CancelAsync();
        Assert.Equal(cancelling.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call)).CancellationToken);
        Assert.Equal(TaskStatus.Canceled, call.Status);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task ValueTask_FailedAlready_ComesBackFailed(Exception failure, string outcome)
    {
        var before = await CountAsync("shapes_value_task_result_seconds", outcome);
        var call = _shapes.ValueTaskOf(ValueTask.FromException<string>(failure), null);
        Assert.True(call.IsFaulted || call.IsCanceled);
        Assert.Same(failure, await Record.ExceptionAsync(async () => await call));
        Assert.Equal(before + 1, await CountAsync("shapes_value_task_result_seconds", outcome));
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task ValueTask_FailingLater_IsCountedAndTheExceptionIsTheSame(Exception failure, string outcome)
    {
        var before = await CountAsync("shapes_value_task_seconds", outcome);
        var source = new TaskCompletionSource();
        var call = _shapes.ValueTaskOf(new ValueTask(source.Task), null);
        source.SetException(failure);
        Assert.Same(failure, await Record.ExceptionAsync(async () => await call));
        Assert.Equal(before + 1, await CountAsync("shapes_value_task_seconds", outcome));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ValueTask_FailingWithSeveralExceptions_KeepsThemAll(bool isPending)
    {
        var before = await CountAsync("shapes_value_task_seconds", "failure");
        var first = new TaskCompletionSource();
        var second = new TaskCompletionSource();
        var call = isPending ? _shapes.ValueTaskOf(new ValueTask(Task.WhenAll(first.Task, second.Task)), null).AsTask() : null;
        first.SetException(new InvalidOperationException("1"));
        second.SetException(new ArgumentException("2"));
        call ??= _shapes.ValueTaskOf(new ValueTask(Task.WhenAll(first.Task, second.Task)), null).AsTask();
        await Assert.ThrowsAsync<InvalidOperationException>(() => call);
        Assert.Equal(["1", "2"], call.Exception!.InnerExceptions.Select(static inner => inner.Message));
        Assert.Equal(before + 1, await CountAsync("shapes_value_task_seconds", "failure"));
    }

    [Fact]
    public async Task ValueTask_PendingThenFaultedByACancellation_IsNotCancelled()
    {
        var source = new TaskCompletionSource<string>();
        var call = _shapes.ValueTaskOf(new ValueTask<string>(source.Task), null).AsTask();
        var failure = new OperationCanceledException();
        source.SetException(failure);
        Assert.Same(failure, await Record.ExceptionAsync(() => call));
        Assert.Equal(TaskStatus.Faulted, call.Status);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task AsyncMethod_ThatThrows_IsCountedByItsException(Exception failure, string outcome)
    {
        var before = await CountAsync("shapes_task_result_seconds", outcome) + await CountAsync("shapes_value_task_result_seconds", outcome);
        Assert.Same(failure, await Record.ExceptionAsync(() => _shapes.TaskOf(ThrowAsync(failure), null)));
        Assert.Same(failure, await Record.ExceptionAsync(() => _shapes.ValueTaskOf(new ValueTask<string>(ThrowAsync(failure)), null).AsTask()));
        Assert.Equal(before + 2, await CountAsync("shapes_task_result_seconds", outcome) + await CountAsync("shapes_value_task_result_seconds", outcome));

        static async Task<string> ThrowAsync(Exception failure)
        {
            await Task.Yield();
            throw failure;
        }
    }

    [Fact]
    public async Task ValueTask_OfSource_IsConsumedOnce()
    {
        var once = new ConsumedOnce();
        Assert.Equal("done", await _shapes.ValueTaskOf(new ValueTask<string>(once, 7), null));
        Assert.Equal(1, once.Consumed);
    }

    [Fact]
    public async Task ValueTask_PendingSource_IsConsumedOnce()
    {
        var before = await CountAsync("shapes_value_task_result_seconds", "success");
        var once = new ConsumedOnce(pending: true);
        var call = _shapes.ValueTaskOf(new ValueTask<string>(once, 7), null);
        Assert.False(call.IsCompleted);
        once.Finish();
        Assert.Equal("done", await call);
        Assert.Equal(1, once.Consumed);
        Assert.Equal(before + 1, await CountAsync("shapes_value_task_result_seconds", "success"));
    }

    private static async Task<double> CountAsync(string histogram, string outcome) =>
        await Scraped.ValueAsync($"{histogram}_count{{outcome=\"{outcome}\"}}") ?? 0;
}
