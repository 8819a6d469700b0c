namespace Instrumentation.Metrics;

/// <summary>
/// Sees what instruments record in one flow of execution: the base of the test package's capture. While none is open, a recording tests one static
/// flag for it and nothing else.
/// </summary>
public abstract class RecordingObserver : IDisposable
{
    private static readonly AsyncLocal<RecordingObserver?> s_current = new();
    private static readonly Lock s_gate = new();
    private static int s_open;

    private readonly RecordingObserver? _outer;
    private bool _closed;

    /// <summary>Opens the observer in the flow at hand and all that starts from it, inside the one that is open there already.</summary>
    protected RecordingObserver()
    {
        MetricRegistry.StartCollecting();
        _outer = s_current.Value;
        s_current.Value = this;
        CountOpen(1);
    }

    /// <summary>Whether an observer is open anywhere.</summary>
    internal static bool AnyOpen { get; private set; }

    /// <summary>The observer of the flow at hand; calls that end in another flow take it along.</summary>
    internal static RecordingObserver? Current => AnyOpen ? s_current.Value : null;

    /// <summary>Whether the flow at hand began inside this observer.</summary>
    protected bool IsInFlow
    {
        get
        {
            var observer = s_current.Value;
            while (observer is not null && !ReferenceEquals(observer, this))
            {
                observer = observer._outer;
            }

            return observer is not null && !_closed;
        }
    }

    /// <summary>Closes the observer; call it where it was opened.</summary>
    public void Dispose()
    {
        if (_closed)
        {
            return;
        }

        _closed = true;
        s_current.Value = _outer;
        CountOpen(-1);
        Close();
        GC.SuppressFinalize(this);
    }

    /// <summary>Goes on in the flow in which a call began, which the thread that completes it need not belong to; returns what was there before, for a second call.</summary>
    internal static RecordingObserver? Swap(RecordingObserver? observer)
    {
        var before = s_current.Value;
        s_current.Value = observer;
        return before;
    }

    /// <summary>Tells the observers of the flow at hand; called by instruments behind <see cref="AnyOpen"/>.</summary>
    internal static void Notify(Instrument instrument, long series, double value)
    {
        for (var observer = s_current.Value; observer is not null; observer = observer._outer)
        {
            if (!observer._closed)
            {
                observer.OnRecorded(instrument.Name, instrument.TagsOf(series), value);
            }
        }
    }

    /// <summary>Called in the recording flow for each value recorded; must not throw.</summary>
    /// <param name="metric">Name of the metric.</param>
    /// <param name="tags">Its tags in the order of their declaration.</param>
    /// <param name="value">The value; durations in seconds.</param>
    protected abstract void OnRecorded(string metric, IReadOnlyList<KeyValuePair<string, string>> tags, double value);

    /// <summary>Called once, when the observer is closed.</summary>
    protected virtual void Close()
    {
    }

    private static void CountOpen(int change)
    {
        lock (s_gate)
        {
            s_open += change;
            AnyOpen = s_open > 0;
        }
    }
}
