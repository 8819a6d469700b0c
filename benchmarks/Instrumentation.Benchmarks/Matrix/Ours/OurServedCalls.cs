using System.Runtime.CompilerServices;
using Instrumentation.Benchmarks.Quotes;

namespace Instrumentation.Benchmarks.Matrix;

/// <summary>Methods behind an interface, annotated: a duration histogram, a counter and a span with their tags.</summary>
internal sealed class OurServedCalls(Gate gate) : IServedCalls
{
    [Instrumented("matrix_served_0_seconds", OutcomeTag = "")]
    [MetricCounter("matrix_served_0_total")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Call0()
    {
        return Work.Do();
    }

    [Instrumented("matrix_served_task_0_seconds", OutcomeTag = "")]
    [MetricCounter("matrix_served_task_0_total")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public async Task<int> Call0Async()
    {
        await gate.WaitAsync();
        return Work.Do();
    }

    [Instrumented("matrix_served_1_seconds", OutcomeTag = "")]
    [MetricCounter("matrix_served_1_total")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Call1([Tag] Origin origin)
    {
        return Work.Do();
    }

    [Instrumented("matrix_served_task_1_seconds", OutcomeTag = "")]
    [MetricCounter("matrix_served_task_1_total")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public async Task<int> Call1Async([Tag] Origin origin)
    {
        await gate.WaitAsync();
        return Work.Do();
    }

    [Instrumented("matrix_served_3_seconds", OutcomeTag = "")]
    [MetricCounter("matrix_served_3_total")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Call3([Tag] Origin origin, [Tag] bool cached, [Tag] Format format)
    {
        return Work.Do();
    }

    [Instrumented("matrix_served_task_3_seconds", OutcomeTag = "")]
    [MetricCounter("matrix_served_task_3_total")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public async Task<int> Call3Async([Tag] Origin origin, [Tag] bool cached, [Tag] Format format)
    {
        await gate.WaitAsync();
        return Work.Do();
    }

    [Instrumented("matrix_served_4_seconds", OutcomeTag = "")]
    [MetricCounter("matrix_served_4_total")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Call4([Tag] Origin origin, [Tag] bool cached, [Tag] Format format, [Tag] bool retried)
    {
        return Work.Do();
    }

    [Instrumented("matrix_served_task_4_seconds", OutcomeTag = "")]
    [MetricCounter("matrix_served_task_4_total")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public async Task<int> Call4Async([Tag] Origin origin, [Tag] bool cached, [Tag] Format format, [Tag] bool retried)
    {
        await gate.WaitAsync();
        return Work.Do();
    }

    [Instrumented("matrix_served_8_seconds", OutcomeTag = "")]
    [MetricCounter("matrix_served_8_total")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Call8([Tag] Origin origin, [Tag] bool cached, [Tag] Format format, [Tag] bool retried, [Tag] bool signed, [Tag] bool large, [Tag] bool urgent, [Tag] bool draft)
    {
        return Work.Do();
    }

    [Instrumented("matrix_served_task_8_seconds", OutcomeTag = "")]
    [MetricCounter("matrix_served_task_8_total")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public async Task<int> Call8Async([Tag] Origin origin, [Tag] bool cached, [Tag] Format format, [Tag] bool retried, [Tag] bool signed, [Tag] bool large, [Tag] bool urgent, [Tag] bool draft)
    {
        await gate.WaitAsync();
        return Work.Do();
    }
}
