namespace Instrumentation.Benchmarks.Quotes;

/// <summary>
/// A caller that awaits a pending call: it attaches its continuation, as <c>await</c> does, lets the call go on and reads the result. A caller
/// that only waited would hide what a second continuation on the same task costs. It allocates nothing.
/// </summary>
internal sealed class Awaiting
{
    private readonly Gate _gate;
    private readonly Action _resume;
    private bool _resumed;

    public Awaiting(Gate gate)
    {
        _gate = gate;
        _resume = () => Volatile.Write(ref _resumed, true);
    }

    public int Result(Task<int> task)
    {
        var awaiter = task.GetAwaiter();
        if (awaiter.IsCompleted)
        {
            throw new InvalidOperationException("The call did not suspend.");
        }

        awaiter.UnsafeOnCompleted(_resume);
        Resume();
        return awaiter.GetResult();
    }

    public int Result(ValueTask<int> task)
    {
        var awaiter = task.GetAwaiter();
        if (awaiter.IsCompleted)
        {
            throw new InvalidOperationException("The call did not suspend.");
        }

        awaiter.UnsafeOnCompleted(_resume);
        Resume();
        return awaiter.GetResult();
    }

    // Inline for nearly all. Where the runtime posts the caller's continuation to the thread pool instead (a task with two continuations), the
    // caller goes on that much later: the wait is part of what the call costs.
    private void Resume()
    {
        _gate.Open();
        for (var spin = default(SpinWait); !Volatile.Read(ref _resumed);)
        {
            spin.SpinOnce(sleep1Threshold: -1);
        }

        _resumed = false;
    }
}
