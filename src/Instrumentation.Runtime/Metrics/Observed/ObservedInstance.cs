namespace Instrumentation.Metrics.Observed;

/// <summary>That an object is observed, and since when.</summary>
internal sealed class ObservedInstance
{
    private static long s_last;

    /// <summary>Larger than that of every object registered before.</summary>
    public long Order { get; } = Interlocked.Increment(ref s_last);
}
