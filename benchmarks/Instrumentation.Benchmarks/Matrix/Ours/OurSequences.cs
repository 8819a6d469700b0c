using System.Runtime.CompilerServices;
using Instrumentation.Benchmarks.Quotes;

namespace Instrumentation.Benchmarks.Matrix;

/// <summary>Sequences of two elements, annotated: a duration histogram, a counter and a span with their tags.</summary>
internal sealed class OurSequences(Gate gate)
{
    [Instrumented("matrix_sequence_0_seconds", OutcomeTag = "")]
    [MetricCounter("matrix_sequence_0_total")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public async IAsyncEnumerable<int> Call0Async()
    {
        await gate.WaitAsync();
        yield return Work.Do();
        yield return Work.Do();
    }

    [Instrumented("matrix_sequence_1_seconds", OutcomeTag = "")]
    [MetricCounter("matrix_sequence_1_total")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public async IAsyncEnumerable<int> Call1Async([Tag] Origin origin)
    {
        await gate.WaitAsync();
        yield return Work.Do();
        yield return Work.Do();
    }

    [Instrumented("matrix_sequence_3_seconds", OutcomeTag = "")]
    [MetricCounter("matrix_sequence_3_total")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public async IAsyncEnumerable<int> Call3Async([Tag] Origin origin, [Tag] bool cached, [Tag] Format format)
    {
        await gate.WaitAsync();
        yield return Work.Do();
        yield return Work.Do();
    }

    [Instrumented("matrix_sequence_4_seconds", OutcomeTag = "")]
    [MetricCounter("matrix_sequence_4_total")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public async IAsyncEnumerable<int> Call4Async([Tag] Origin origin, [Tag] bool cached, [Tag] Format format, [Tag] bool retried)
    {
        await gate.WaitAsync();
        yield return Work.Do();
        yield return Work.Do();
    }

    [Instrumented("matrix_sequence_8_seconds", OutcomeTag = "")]
    [MetricCounter("matrix_sequence_8_total")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public async IAsyncEnumerable<int> Call8Async([Tag] Origin origin, [Tag] bool cached, [Tag] Format format, [Tag] bool retried, [Tag] bool signed, [Tag] bool large, [Tag] bool urgent, [Tag] bool draft)
    {
        await gate.WaitAsync();
        yield return Work.Do();
        yield return Work.Do();
    }
}
