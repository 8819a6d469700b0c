using System.Diagnostics;
using Instrumentation.Integration.Tests.Infrastructure;

namespace Instrumentation.Integration.Tests;

/// <summary>A sequence is one call from its first step to its disposal, whether it ends, throws or is left early.</summary>
public sealed class SequenceTests
{
    private readonly Sequences _sequences = new();

    [Fact]
    public async Task AsyncSequence_NotEnumerated_IsNoCall()
    {
        using var spans = new SpanRecorder();
        _ = _sequences.CountAsync(3, null);
        await using var enumerator = _sequences.CountAsync(3, null).GetAsyncEnumerator();
        Assert.Empty(spans.Stopped);
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(3, 1)]
    [InlineData(0, 0)]
    public async Task AsyncSequence_EndedOrLeftEarly_IsOneSuccess(int length, int taken)
    {
        using var spans = new SpanRecorder();
        var seen = 0;
        await foreach (var item in _sequences.CountAsync(length, null))
        {
            Assert.Same(spans.Root, Activity.Current);
            seen++;
            if (seen == taken)
            {
                break;
            }
        }

        Assert.Equal(taken, seen);
        var span = Assert.Single(spans.Stopped, static span => span.OperationName == "Sequences.CountAsync");
        Assert.Equal(spans.Root.SpanId, span.ParentSpanId);
        Assert.Equal(length, span.GetTagItem("length"));
        Assert.Equal(ActivityStatusCode.Unset, span.Status);
        Assert.Same(spans.Root, Activity.Current);
        Assert.All(spans.Stopped.Where(static inner => inner.OperationName == "inner"), inner => Assert.Equal(span.SpanId, inner.ParentSpanId));
    }

    [Fact]
    public async Task AsyncSequence_ThatThrows_IsOneFailureWithTheSameException()
    {
        using var spans = new SpanRecorder();
        var failure = new InvalidOperationException("x");
        var thrown = await Record.ExceptionAsync(async () =>
        {
            await foreach (var item in _sequences.CountAsync(2, failure))
            {
            }
        });
        Assert.Same(failure, thrown);
        Assert.Equal(ActivityStatusCode.Error, Assert.Single(spans.Stopped, static span => span.OperationName == "Sequences.CountAsync").Status);
    }

    [Fact]
    public async Task AsyncSequence_EnumeratedTwice_IsTwoCalls()
    {
        using var spans = new SpanRecorder();
        var sequence = _sequences.CountAsync(1, null);
        await foreach (var item in sequence)
        {
        }

        await foreach (var item in sequence)
        {
        }

        Assert.Equal(2, spans.Stopped.Count(static span => span.OperationName == "Sequences.CountAsync"));
    }

    [Fact]
    public async Task AsyncSequence_PassesTheConsumersToken()
    {
        using var cancelling = new CancellationTokenSource();
        await cancelling.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var item in _sequences.CountAsync(5, null).WithCancellation(cancelling.Token))
            {
            }
        });
    }

    [Theory]
    [InlineData(3)]
    [InlineData(1)]
    public void Iterator_EndedOrLeftEarly_IsOneCall(int taken)
    {
        using var spans = new SpanRecorder();
        foreach (var item in _sequences.Count(3).Take(taken))
        {
            Assert.Same(spans.Root, Activity.Current);
        }

        Assert.Equal(spans.Root.SpanId, Assert.Single(spans.Stopped).ParentSpanId);
        Assert.Same(spans.Root, Activity.Current);
    }

    [Fact]
    public void Iterator_ThatThrows_IsOneFailure()
    {
        using var spans = new SpanRecorder();
        Assert.Throws<DivideByZeroException>(() => _sequences.Divide(0).ToList());
        Assert.Equal(ActivityStatusCode.Error, Assert.Single(spans.Stopped).Status);
    }

    [Fact]
    public void SequenceMethod_ThatThrowsAtOnce_StillDoesAndIsOneFailure()
    {
        using var spans = new SpanRecorder();
        Assert.Throws<ArgumentException>(() => { _ = _sequences.Refuse(); });
        Assert.Equal(ActivityStatusCode.Error, Assert.Single(spans.Stopped).Status);
    }

    [Fact]
    public async Task PrivateProtectedAndOverridden_AreMeasuredOnce()
    {
        using var spans = new SpanRecorder();
        Assert.Equal(111, await new Sequences.Derived().CallAllAsync());
        Assert.Equal(["Sequences.Hidden", "Sequences.GuardedAsync", "Sequences.StaticHidden"], spans.Stopped.Select(static span => span.OperationName));
    }
}
