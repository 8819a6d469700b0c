using System.Diagnostics;
using System.Runtime.CompilerServices;
using Instrumentation.Benchmarks.Quotes;

namespace Instrumentation.Benchmarks.Matrix;

/// <summary>The same by hand: a histogram and a span, and no counter.</summary>
internal sealed class HandHistograms
{
    private readonly HandInstruments _of0 = new("hand_histogram_0", calls: false);
    private readonly HandInstruments _of1 = new("hand_histogram_1", calls: false);
    private readonly HandInstruments _of3 = new("hand_histogram_3", calls: false);
    private readonly HandInstruments _of4 = new("hand_histogram_4", calls: false);
    private readonly HandInstruments _of8 = new("hand_histogram_8", calls: false);

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
