using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Instrumentation.Integration.Tests.Infrastructure;

namespace Instrumentation.Integration.Tests;

/// <summary>Spans: the right parent, the caller's own current span afterwards, stopped before the caller goes on.</summary>
public sealed class SpanTests
{
    private readonly Traced _traced = new();

    [Fact]
    public async Task PendingTask_CallerKeepsItsCurrentSpan()
    {
        using var spans = new SpanRecorder();
        var source = new TaskCompletionSource<int>();
        var call = _traced.OuterAsync(source.Task);
        Assert.Same(spans.Root, Activity.Current);
        source.SetResult(3);
        Assert.Same(spans.Root, Activity.Current);
        Assert.Equal(3, await call);
        Assert.Same(spans.Root, Activity.Current);
    }

    // The runtime answers a stopped span that is made current with an exception, which it catches itself: more than a microsecond for each call.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task PendingCall_CompletedInItsOwnContext_MakesNoStoppedSpanCurrent(bool isValueTask) => Task.Run(async () =>
    {
        using var spans = new SpanRecorder();
        var source = new TaskCompletionSource<int>();
        var call = isValueTask ? _traced.AwaitValueAsync(source.Task).AsTask() : _traced.AwaitAsync(source.Task);
        var (thread, thrown) = (Environment.CurrentManagedThreadId, new List<Exception>());
        AppDomain.CurrentDomain.FirstChanceException += OnException;
        source.SetResult(3);
        AppDomain.CurrentDomain.FirstChanceException -= OnException;
        Assert.True(call.IsCompletedSuccessfully); // Inline, on this thread.
        Assert.Empty(thrown);
        Assert.Equal(3, await call);

        void OnException(object? sender, FirstChanceExceptionEventArgs e)
        {
            if (Environment.CurrentManagedThreadId == thread)
            {
                thrown.Add(e.Exception);
            }
        }
    });

    [Fact]
    public async Task Caller_WhoseSpanHasStopped_DoesNotGetTheCallsInstead()
    {
        using var spans = new SpanRecorder();
        using var stopped = new Activity("stopped").Start();
        await Task.Run(stopped.Stop); // In another flow: here it stays the current one.
        var source = new TaskCompletionSource<int>();
        var call = _traced.AwaitAsync(source.Task);

        Assert.Null(Activity.Current);
        source.SetResult(1);
        await call;
    }

    [Fact]
    public async Task PendingValueTasks_ManyAwaited_DoNotNest()
    {
        using var spans = new SpanRecorder();
        for (var i = 0; i < 50; i++)
        {
            await _traced.YieldAsync();
        }

        Assert.Same(spans.Root, Activity.Current);
        Assert.Equal(50, spans.Stopped.Count);
        Assert.All(spans.Stopped, span => Assert.Equal(spans.Root!.SpanId, span.ParentSpanId));
    }

    [Fact]
    public async Task Nested_InnerIsChildOfOuter()
    {
        using var spans = new SpanRecorder();
        await _traced.OuterAsync(Task.FromResult(1));
        var outer = Assert.Single(spans.Stopped, span => span.OperationName == "Traced.OuterAsync");
        var inner = Assert.Single(spans.Stopped, span => span.OperationName == "inner");
        Assert.Equal(outer.SpanId, inner.ParentSpanId);
        Assert.Equal(spans.Root!.SpanId, outer.ParentSpanId);
    }

    [Fact]
    public async Task AwaitedCall_IsRecordedBeforeItsCallerResumes()
    {
        using var spans = new SpanRecorder();
        for (var i = 1; i <= 500; i++)
        {
            await _traced.YieldTaskAsync();
            Assert.Equal(i, spans.Stopped.Count);
        }
    }

    [Fact]
    public async Task QueuedContinuations_IsRecordedBeforeItsCallerResumes()
    {
        using var spans = new SpanRecorder();
        for (var i = 1; i <= 200; i++)
        {
            var source = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
            var call = _traced.PassAsync(source.Task);
            _ = Task.Run(() => source.SetResult(1));
            await call;
            Assert.Equal(i, spans.Stopped.Count);
        }
    }

    [Fact]
    public async Task CompletedWhileAttaching_IsRecordedOnce()
    {
        using var spans = new SpanRecorder();
        for (var i = 1; i <= 2_000; i++)
        {
            var source = new TaskCompletionSource<int>();
            using var gate = new Barrier(2);
            var completing = Task.Run(() =>
            {
                gate.SignalAndWait();
                source.SetResult(1);
            });
            gate.SignalAndWait();
            await _traced.PassAsync(source.Task);
            Assert.Equal(i, spans.Stopped.Count);
            await completing;
        }
    }

    [Fact]
    public void Tags_OfSpan_AreParameterConstantAndExpression()
    {
        using var spans = new SpanRecorder();
        _traced.Tagged("orders", 7);
        var span = Assert.Single(spans.Stopped);
        Assert.Equal("lookup", span.OperationName);
        Assert.Equal("orders", span.GetTagItem("subject"));
        Assert.Equal("fixed", span.GetTagItem("kind"));
        Assert.Equal(6, span.GetTagItem("subject.length"));
        Assert.Equal(14, span.GetTagItem("doubled"));
        Assert.Equal(ActivityStatusCode.Unset, span.Status);
    }

    [Fact]
    public void Failure_SetsStatusAndTypeButNotTheMessage()
    {
        using var spans = new SpanRecorder();
        Assert.Throws<InvalidOperationException>(() => _traced.Fail("secret"));
        var span = Assert.Single(spans.Stopped);
        Assert.Equal(ActivityStatusCode.Error, span.Status);
        Assert.Equal("System.InvalidOperationException", span.GetTagItem("error.type"));
        Assert.DoesNotContain(span.TagObjects, tag => tag.Value is string text && text.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public void CorrelationId_InScope_IsOnTheSpan()
    {
        using var spans = new SpanRecorder();
        CorrelationContext.Id = "abc";
        _traced.Tagged("orders", 1);
        Assert.Equal("abc", Assert.Single(spans.Stopped).GetTagItem("correlation_id"));
    }

    [Fact]
    public void Stack_OfException_ShowsNoGeneratedFrames()
    {
        var failure = Record.Exception(() => _traced.Fail("x"));
        Assert.DoesNotContain("Instrumentation.Run", failure!.StackTrace, StringComparison.Ordinal);
        Assert.DoesNotContain("_Call", failure.StackTrace, StringComparison.Ordinal);
        Assert.Contains("Traced.Fail", failure.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public void SyncOverAsync_UnderASynchronizationContext_DoesNotDeadlock()
    {
        var finished = false;
        var thread = new Thread(() =>
        {
            SynchronizationContext.SetSynchronizationContext(new NeverPumped());
            _traced.NoContextAsync().GetAwaiter().GetResult();
            _traced.NoContextValueAsync().AsTask().GetAwaiter().GetResult();
            finished = true;
        });
        thread.Start();
        Assert.True(thread.Join(TimeSpan.FromSeconds(30)) && finished);
    }

    private sealed class NeverPumped : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state)
        {
        }
    }
}
