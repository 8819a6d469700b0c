using System.Diagnostics.Metrics;
using Instrumentation.Metrics.Meters;

namespace Instrumentation.Runtime.Tests;

public sealed class ListenerWatchTests
{
    [Fact]
    public async Task Listener_ToOneInstrumentAlone_IsNoticed()
    {
        using var meter = new Meter("ListenerWatchTests");
        var noticed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var watch = new ListenerWatch(TimeSpan.FromMilliseconds(1), static () => false, () => noticed.TrySetResult());
        watch.Add(meter.CreateCounter<long>("first"));
        var second = meter.CreateHistogram<double>("second");
        watch.Add(second);
        using var listener = new MeterListener();
        Assert.False(noticed.Task.IsCompleted);

        listener.EnableMeasurementEvents(second);

        await noticed.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void Nobody_IsWatchedFor_WhereSomebodyCollects()
    {
        using var meter = new Meter("ListenerWatchTests.collecting");
        var asked = 0;
        var watch = new ListenerWatch(
            TimeSpan.Zero,
            () =>
            {
                asked++;
                return true;
            },
            static () => Assert.Fail("There is nothing to notice."));

        watch.Add(meter.CreateCounter<long>("first"));

        Assert.Equal(1, asked); // By Add alone: no timer was started.
    }
}
