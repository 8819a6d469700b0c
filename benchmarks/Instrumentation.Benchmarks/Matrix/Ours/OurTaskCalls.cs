using System.Runtime.CompilerServices;
using Instrumentation.Benchmarks.Quotes;

namespace Instrumentation.Benchmarks.Matrix;

/// <summary>Methods that return a task, annotated: a duration histogram, a counter and a span with their tags.</summary>
internal sealed class OurTaskCalls(Gate gate)
{
    [Instrumented("matrix_task_0_seconds", OutcomeTag = "")]
    [MetricCounter("matrix_task_0_total")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public async Task<int> Call0Async()
    {
        await gate.WaitAsync();
        return Work.Do();
    }

    [Instrumented("matrix_task_1_seconds", OutcomeTag = "")]
    [MetricCounter("matrix_task_1_total")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public async Task<int> Call1Async([Tag] Origin origin)
    {
        await gate.WaitAsync();
        return Work.Do();
    }

    [Instrumented("matrix_task_3_seconds", OutcomeTag = "")]
    [MetricCounter("matrix_task_3_total")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public async Task<int> Call3Async([Tag] Origin origin, [Tag] bool cached, [Tag] Format format)
    {
        await gate.WaitAsync();
        return Work.Do();
    }

    [Instrumented("matrix_task_4_seconds", OutcomeTag = "")]
    [MetricCounter("matrix_task_4_total")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public async Task<int> Call4Async([Tag] Origin origin, [Tag] bool cached, [Tag] Format format, [Tag] bool retried)
    {
        await gate.WaitAsync();
        return Work.Do();
    }

    [Instrumented("matrix_task_8_seconds", OutcomeTag = "")]
    [MetricCounter("matrix_task_8_total")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public async Task<int> Call8Async([Tag] Origin origin, [Tag] bool cached, [Tag] Format format, [Tag] bool retried, [Tag] bool signed, [Tag] bool large, [Tag] bool urgent, [Tag] bool draft)
    {
        await gate.WaitAsync();
        return Work.Do();
    }
}
