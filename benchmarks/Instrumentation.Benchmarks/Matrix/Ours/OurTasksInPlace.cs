using Instrumentation.Benchmarks.Quotes;

namespace Instrumentation.Benchmarks.Matrix;

/// <summary>The same methods, recorded by the builders of their own state machines.</summary>
internal sealed partial class OurTasksInPlace(Gate gate)
{
    [Instrumented("matrix_task_in_place_0_seconds", OutcomeTag = "")]
    [MetricCounter("matrix_task_in_place_0_total")]
    public async partial Task<int> Call0Async()
    {
        await gate.WaitAsync();
        return Work.Do();
    }

    [Instrumented("matrix_task_in_place_1_seconds", OutcomeTag = "")]
    [MetricCounter("matrix_task_in_place_1_total")]
    public async partial Task<int> Call1Async([Tag] Origin origin)
    {
        await gate.WaitAsync();
        return Work.Do();
    }

    [Instrumented("matrix_task_in_place_3_seconds", OutcomeTag = "")]
    [MetricCounter("matrix_task_in_place_3_total")]
    public async partial Task<int> Call3Async([Tag] Origin origin, [Tag] bool cached, [Tag] Format format)
    {
        await gate.WaitAsync();
        return Work.Do();
    }

    [Instrumented("matrix_task_in_place_4_seconds", OutcomeTag = "")]
    [MetricCounter("matrix_task_in_place_4_total")]
    public async partial Task<int> Call4Async([Tag] Origin origin, [Tag] bool cached, [Tag] Format format, [Tag] bool retried)
    {
        await gate.WaitAsync();
        return Work.Do();
    }

    [Instrumented("matrix_task_in_place_8_seconds", OutcomeTag = "")]
    [MetricCounter("matrix_task_in_place_8_total")]
    public async partial Task<int> Call8Async([Tag] Origin origin, [Tag] bool cached, [Tag] Format format, [Tag] bool retried, [Tag] bool signed, [Tag] bool large, [Tag] bool urgent, [Tag] bool draft)
    {
        await gate.WaitAsync();
        return Work.Do();
    }
}
