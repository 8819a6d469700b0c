using System.Runtime.CompilerServices;
using Instrumentation.Benchmarks.Quotes;

namespace Instrumentation.Benchmarks.Matrix;

/// <summary>Methods whose histogram has the outcome as a tag and whose counter has not: two recordings.</summary>
internal sealed class OurCallsApart
{
    [Instrumented("matrix_apart_0_seconds")]
    [MetricCounter("matrix_apart_0_total")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Call0()
    {
        return Work.Do();
    }

    [Instrumented("matrix_apart_1_seconds")]
    [MetricCounter("matrix_apart_1_total")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Call1([Tag] Origin origin)
    {
        return Work.Do();
    }

    [Instrumented("matrix_apart_3_seconds")]
    [MetricCounter("matrix_apart_3_total")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Call3([Tag] Origin origin, [Tag] bool cached, [Tag] Format format)
    {
        return Work.Do();
    }

    [Instrumented("matrix_apart_4_seconds")]
    [MetricCounter("matrix_apart_4_total")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Call4([Tag] Origin origin, [Tag] bool cached, [Tag] Format format, [Tag] bool retried)
    {
        return Work.Do();
    }

    [Instrumented("matrix_apart_8_seconds")]
    [MetricCounter("matrix_apart_8_total")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Call8([Tag] Origin origin, [Tag] bool cached, [Tag] Format format, [Tag] bool retried, [Tag] bool signed, [Tag] bool large, [Tag] bool urgent, [Tag] bool draft)
    {
        return Work.Do();
    }
}
