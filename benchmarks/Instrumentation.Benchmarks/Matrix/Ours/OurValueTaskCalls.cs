using System.Runtime.CompilerServices;
using Instrumentation.Benchmarks.Quotes;

namespace Instrumentation.Benchmarks.Matrix;

/// <summary>Methods that return a value task, annotated: a duration histogram, a counter and a span with their tags.</summary>
internal sealed class OurValueTaskCalls(Gate gate)
{
    [Instrumented("matrix_valuetask_0_seconds", OutcomeTag = "")]
    [MetricCounter("matrix_valuetask_0_total")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public async ValueTask<int> Call0Async()
    {
        await gate.WaitAsync();
        return Work.Do();
    }

    [Instrumented("matrix_valuetask_1_seconds", OutcomeTag = "")]
    [MetricCounter("matrix_valuetask_1_total")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public async ValueTask<int> Call1Async([Tag] Origin origin)
    {
        await gate.WaitAsync();
        return Work.Do();
    }

    [Instrumented("matrix_valuetask_3_seconds", OutcomeTag = "")]
    [MetricCounter("matrix_valuetask_3_total")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public async ValueTask<int> Call3Async([Tag] Origin origin, [Tag] bool cached, [Tag] Format format)
    {
        await gate.WaitAsync();
        return Work.Do();
    }

    [Instrumented("matrix_valuetask_4_seconds", OutcomeTag = "")]
    [MetricCounter("matrix_valuetask_4_total")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public async ValueTask<int> Call4Async([Tag] Origin origin, [Tag] bool cached, [Tag] Format format, [Tag] bool retried)
    {
        await gate.WaitAsync();
        return Work.Do();
    }

    [Instrumented("matrix_valuetask_8_seconds", OutcomeTag = "")]
    [MetricCounter("matrix_valuetask_8_total")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public async ValueTask<int> Call8Async([Tag] Origin origin, [Tag] bool cached, [Tag] Format format, [Tag] bool retried, [Tag] bool signed, [Tag] bool large, [Tag] bool urgent, [Tag] bool draft)
    {
        await gate.WaitAsync();
        return Work.Do();
    }
}
