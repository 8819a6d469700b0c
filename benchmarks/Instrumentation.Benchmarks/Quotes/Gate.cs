using System.Threading.Tasks.Sources;

namespace Instrumentation.Benchmarks.Quotes;

/// <summary>
/// What the asynchronous methods await. Open: complete already. Closed: the method suspends, and <see cref="Open"/> resumes it inline, on the
/// benchmark's thread. No thread pool is involved, whose noise would drown what is measured, and the gate allocates nothing.
/// </summary>
internal sealed class Gate : IValueTaskSource
{
    private ManualResetValueTaskSourceCore<bool> _source;
    private bool _closed;

    public ValueTask WaitAsync() => _closed ? new ValueTask(this, _source.Version) : default;

    public void Close()
    {
        _source.Reset();
        _closed = true;
    }

    public void Open()
    {
        _closed = false;
        _source.SetResult(true);
    }

    void IValueTaskSource.GetResult(short token) => _source.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _source.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _source.OnCompleted(continuation, state, token, flags);
}
