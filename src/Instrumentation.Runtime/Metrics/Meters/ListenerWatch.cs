using System.Collections.Concurrent;

namespace Instrumentation.Metrics.Meters;

/// <summary>
/// Notices a listener to any one of our instruments. There is no event for that, and to ask all of them in each call would cost every call, so they are asked now and then, until
/// somebody collects.
/// </summary>
/// <param name="interval">How often they are asked.</param>
/// <param name="isCollecting">Whether there is nothing left to notice.</param>
/// <param name="noticed">Called once a listener is there.</param>
internal sealed class ListenerWatch(TimeSpan interval, Func<bool> isCollecting, Action noticed)
{
    private readonly ConcurrentQueue<System.Diagnostics.Metrics.Instrument> _instruments = new();
    private Timer? _timer;

    /// <summary>Watches an instrument, too.</summary>
    public void Add(System.Diagnostics.Metrics.Instrument instrument)
    {
        _instruments.Enqueue(instrument);
        if (!isCollecting() && Volatile.Read(ref _timer) is null)
        {
            Start();
        }
    }

    // Without the context of whoever happened to use an instrument first, which the timer would keep.
    private void Start()
    {
        using AsyncFlowControl? suppressed = ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();
        var timer = new Timer(static watch => ((ListenerWatch)watch!).Ask(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        if (Interlocked.CompareExchange(ref _timer, timer, comparand: null) is null)
        {
            timer.Change(interval, interval);
        }
        else
        {
            timer.Dispose();
        }
    }

    private void Ask()
    {
        if (!isCollecting() && !_instruments.Any(static instrument => instrument.Enabled))
        {
            return;
        }

        Volatile.Read(ref _timer)?.Dispose();
        noticed();
    }
}
