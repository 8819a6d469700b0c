namespace Instrumentation.AspNetCore.Tests.Infrastructure;

/// <summary>Stands still until it is advanced; its timers fire then.</summary>
internal sealed class SettableClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<SettableTimer> _timers = [];
    private readonly SemaphoreSlim _awaited = new(0);
    private DateTimeOffset _now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            var timer = new SettableTimer(this, callback, state) { Due = dueTime == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : _now + dueTime };
            _timers.Add(timer);
            _awaited.Release();
            return timer;
        }
    }

    /// <summary>Moves on once somebody waits.</summary>
    public async Task AdvanceWhenAwaitedAsync(TimeSpan time)
    {
        await _awaited.WaitAsync();
        Advance(time);
    }

    public void Advance(TimeSpan time)
    {
        SettableTimer[] due;
        lock (_gate)
        {
            _now += time;
            due = [.. _timers.Where(timer => timer.Due <= _now)];
            _timers.RemoveAll(due.Contains);
        }

        foreach (var timer in due)
        {
            timer.Fire();
        }
    }

    private sealed class SettableTimer(SettableClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; init; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
            lock (clock._gate)
            {
                clock._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
