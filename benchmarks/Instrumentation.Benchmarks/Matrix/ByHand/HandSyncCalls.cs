using System.Diagnostics;
using System.Runtime.CompilerServices;
using Instrumentation.Benchmarks.Quotes;

namespace Instrumentation.Benchmarks.Matrix;

/// <summary>Methods that return an <c>int</c>, with the same written by hand inside.</summary>
internal sealed class HandSyncCalls
{
    private readonly HandInstruments _of0 = new("hand_sync_0");
    private readonly HandInstruments _of1 = new("hand_sync_1");
    private readonly HandInstruments _of3 = new("hand_sync_3");
    private readonly HandInstruments _of4 = new("hand_sync_4");
    private readonly HandInstruments _of8 = new("hand_sync_8");

    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Call0()
    {
        var start = Stopwatch.GetTimestamp();
        using var span = HandSpans.Start();
        try
        {
            return Work.Do();
        }
        finally
        {
            _of0.Record(start);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Call1(Origin origin)
    {
        var start = Stopwatch.GetTimestamp();
        using var span = HandSpans.Start(origin);
        try
        {
            return Work.Do();
        }
        finally
        {
            _of1.Record(start, origin);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Call3(Origin origin, bool cached, Format format)
    {
        var start = Stopwatch.GetTimestamp();
        using var span = HandSpans.Start(origin, cached, format);
        try
        {
            return Work.Do();
        }
        finally
        {
            _of3.Record(start, origin, cached, format);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Call4(Origin origin, bool cached, Format format, bool retried)
    {
        var start = Stopwatch.GetTimestamp();
        using var span = HandSpans.Start(origin, cached, format, retried);
        try
        {
            return Work.Do();
        }
        finally
        {
            _of4.Record(start, origin, cached, format, retried);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Call8(Origin origin, bool cached, Format format, bool retried, bool signed, bool large, bool urgent, bool draft)
    {
        var start = Stopwatch.GetTimestamp();
        using var span = HandSpans.Start(origin, cached, format, retried, signed, large, urgent, draft);
        try
        {
            return Work.Do();
        }
        finally
        {
            _of8.Record(start, origin, cached, format, retried, signed, large, urgent, draft);
        }
    }
}
