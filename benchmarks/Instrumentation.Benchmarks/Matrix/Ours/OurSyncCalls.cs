using System.Runtime.CompilerServices;
using Instrumentation.Benchmarks.Quotes;

namespace Instrumentation.Benchmarks.Matrix;

/// <summary>Methods that return an <c>int</c>, annotated: a duration histogram, a counter and a span with their tags.</summary>
internal sealed class OurSyncCalls
{
    [Instrumented("matrix_sync_0_seconds", OutcomeTag = "")]
    [MetricCounter("matrix_sync_0_total")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Call0()
    {
        return Work.Do();
    }

    [Instrumented("matrix_sync_1_seconds", OutcomeTag = "")]
    [MetricCounter("matrix_sync_1_total")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Call1([Tag] Origin origin)
    {
        return Work.Do();
    }

    [Instrumented("matrix_sync_3_seconds", OutcomeTag = "")]
    [MetricCounter("matrix_sync_3_total")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Call3([Tag] Origin origin, [Tag] bool cached, [Tag] Format format)
    {
        return Work.Do();
    }

    [Instrumented("matrix_sync_4_seconds", OutcomeTag = "")]
    [MetricCounter("matrix_sync_4_total")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Call4([Tag] Origin origin, [Tag] bool cached, [Tag] Format format, [Tag] bool retried)
    {
        return Work.Do();
    }

    [Instrumented("matrix_sync_8_seconds", OutcomeTag = "")]
    [MetricCounter("matrix_sync_8_total")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Call8([Tag] Origin origin, [Tag] bool cached, [Tag] Format format, [Tag] bool retried, [Tag] bool signed, [Tag] bool large, [Tag] bool urgent, [Tag] bool draft)
    {
        return Work.Do();
    }
}
