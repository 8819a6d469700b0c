using System.Runtime.CompilerServices;
using Instrumentation.Benchmarks.Quotes;

namespace Instrumentation.Benchmarks.Matrix;

/// <summary>Methods with a histogram and a span, and no counter.</summary>
internal sealed class OurHistograms
{
    [Instrumented("matrix_histogram_0_seconds", OutcomeTag = "")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Call0()
    {
        return Work.Do();
    }

    [Instrumented("matrix_histogram_1_seconds", OutcomeTag = "")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Call1([Tag] Origin origin)
    {
        return Work.Do();
    }

    [Instrumented("matrix_histogram_3_seconds", OutcomeTag = "")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Call3([Tag] Origin origin, [Tag] bool cached, [Tag] Format format)
    {
        return Work.Do();
    }

    [Instrumented("matrix_histogram_4_seconds", OutcomeTag = "")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Call4([Tag] Origin origin, [Tag] bool cached, [Tag] Format format, [Tag] bool retried)
    {
        return Work.Do();
    }

    [Instrumented("matrix_histogram_8_seconds", OutcomeTag = "")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Call8([Tag] Origin origin, [Tag] bool cached, [Tag] Format format, [Tag] bool retried, [Tag] bool signed, [Tag] bool large, [Tag] bool urgent, [Tag] bool draft)
    {
        return Work.Do();
    }
}
