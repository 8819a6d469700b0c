using System.Collections.Concurrent;

namespace SchemaRegistry.Api.Tests.Infrastructure;

/// <summary>The system's clock, but for timers of one period, which a test lets tick.</summary>
internal sealed class TickingClock : TimeProvider
{
    private readonly ConcurrentQueue<(TimeSpan Period, Action Tick)> _timers = new();

    /// <summary>Lets the timers of a period tick once.</summary>
    public void Tick(TimeSpan period)
    {
        foreach (var (_, tick) in _timers.Where(timer => timer.Period == period))
        {
            tick();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (period == Timeout.InfiniteTimeSpan)
        {
            return base.CreateTimer(callback, state, dueTime, period);
        }

        _timers.Enqueue((period, () => callback(state)));
        return new Silent();
    }

    private sealed class Silent : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => default;
    }
}
