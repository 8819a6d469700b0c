using System.Diagnostics;

namespace Instrumentation.Metrics.Cells;

/// <summary>The last recording of a series, or of one of its buckets, that belongs to a sampled trace. Writing it allocates nothing and waits for nobody.</summary>
internal sealed class ExemplarSlot
{
    // Even: what is here is whole. Odd: somebody writes.
    private int _version;
    private double _value;
    private long _timestamp;
    private string _traceId = string.Empty;
    private string _spanId = string.Empty;

    public void Offer(double value, Activity activity)
    {
        var (trace, span, now) = (activity.TraceId.ToHexString(), activity.SpanId.ToHexString(), DateTime.UtcNow.Ticks);
        var version = Volatile.Read(ref _version);

        // Another thread writes one at this moment, which is as good.
        if ((version & 1) != 0 || Interlocked.CompareExchange(ref _version, version + 1, version) != version)
        {
            return;
        }

        _value = value;
        _timestamp = now;
        _traceId = trace;
        _spanId = span;
        Volatile.Write(ref _version, version + 2);
    }

    /// <summary>Copies the exemplar; false while there is none, or while it changes.</summary>
    public bool TryRead(out Exemplar exemplar)
    {
        var version = Volatile.Read(ref _version);
        exemplar = new Exemplar(_value, _timestamp, _traceId, _spanId);
        Interlocked.MemoryBarrier();
        return version != 0 && (version & 1) == 0 && version == Volatile.Read(ref _version);
    }
}
