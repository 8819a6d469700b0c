using System.Diagnostics;
using System.Runtime.CompilerServices;
using Instrumentation.Benchmarks.Quotes;

namespace Instrumentation.Benchmarks.Matrix;

/// <summary>Methods that return a value task, with the same written by hand inside.</summary>
internal sealed class HandValueTaskCalls(Gate gate)
{
    private readonly HandInstruments _of0 = new("hand_valuetask_0");
    private readonly HandInstruments _of1 = new("hand_valuetask_1");
    private readonly HandInstruments _of3 = new("hand_valuetask_3");
    private readonly HandInstruments _of4 = new("hand_valuetask_4");
    private readonly HandInstruments _of8 = new("hand_valuetask_8");

    [MethodImpl(MethodImplOptions.NoInlining)]
    public async ValueTask<int> Call0Async()
    {
        var start = Stopwatch.GetTimestamp();
        using var span = HandSpans.Start();
        try
        {
            await gate.WaitAsync();
            return Work.Do();
        }
        finally
        {
            _of0.Record(start);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public async ValueTask<int> Call1Async(Origin origin)
    {
        var start = Stopwatch.GetTimestamp();
        using var span = HandSpans.Start(origin);
        try
        {
            await gate.WaitAsync();
            return Work.Do();
        }
        finally
        {
            _of1.Record(start, origin);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public async ValueTask<int> Call3Async(Origin origin, bool cached, Format format)
    {
        var start = Stopwatch.GetTimestamp();
        using var span = HandSpans.Start(origin, cached, format);
        try
        {
            await gate.WaitAsync();
            return Work.Do();
        }
        finally
        {
            _of3.Record(start, origin, cached, format);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public async ValueTask<int> Call4Async(Origin origin, bool cached, Format format, bool retried)
    {
        var start = Stopwatch.GetTimestamp();
        using var span = HandSpans.Start(origin, cached, format, retried);
        try
        {
            await gate.WaitAsync();
            return Work.Do();
        }
        finally
        {
            _of4.Record(start, origin, cached, format, retried);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public async ValueTask<int> Call8Async(Origin origin, bool cached, Format format, bool retried, bool signed, bool large, bool urgent, bool draft)
    {
        var start = Stopwatch.GetTimestamp();
        using var span = HandSpans.Start(origin, cached, format, retried, signed, large, urgent, draft);
        try
        {
            await gate.WaitAsync();
            return Work.Do();
        }
        finally
        {
            _of8.Record(start, origin, cached, format, retried, signed, large, urgent, draft);
        }
    }
}
