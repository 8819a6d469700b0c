using System.Diagnostics;
using Instrumentation.Runtime.Tests.Infrastructure;
using Instrumentation.Weaving;

namespace Instrumentation.Runtime.Tests;

/// <summary>Samplers and listeners that throw are counted, and the measured call does not notice.</summary>
public sealed class GuardedSpanTests
{
    [Theory]
    [InlineData("sample")]
    [InlineData("start")]
    [InlineData("stop")]
    public async Task Listener_ThatThrows_IsCountedAndTheCallerKeepsItsSpan(string where)
    {
        using var source = new ActivitySource("GuardedSpanTests." + where);
        using var listener = Throwing(source.Name, where);
        using var caller = new Activity("caller").Start();
        var before = await ErrorsAsync();

        var scope = CallScope.Start();
        scope.StartSpan(source, "call");
        scope.Stop(CallOutcome.Success, exception: null);

        Assert.Same(caller, Activity.Current);
        Assert.True(await ErrorsAsync() > before);
    }

    [Fact]
    public void Span_OfARecordedCall_LastsAsLongAsTheClockSays()
    {
        using var source = new ActivitySource("GuardedSpanTests.clock");
        using var listener = Throwing(source.Name, "nowhere");
        var scope = CallScope.Start();
        scope.StartSpan(source, "call");
        var span = scope.Activity!;

        var elapsed = scope.Elapsed();
        Thread.SpinWait(100_000);
        scope.Stop(CallOutcome.Success, exception: null);

        Assert.Equal(Stopwatch.GetElapsedTime(0, elapsed), span.Duration);
    }

    private static async Task<double> ErrorsAsync() =>
        (await Exposed.FamiliesAsync()).GetValueOrDefault("instrumentation_listener_errors_total")?.Total() ?? 0;

    private static ActivityListener Throwing(string source, string where)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = candidate => candidate.Name == source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) =>
                where == "sample" ? throw new InvalidOperationException(where) : ActivitySamplingResult.AllDataAndRecorded,
            ActivityStarted = _ => ThrowIf(where == "start"),
            ActivityStopped = _ => ThrowIf(where == "stop"),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static void ThrowIf(bool condition)
    {
        if (condition)
        {
            throw new InvalidOperationException("A listener's own mistake.");
        }
    }
}
