using Instrumentation.Benchmarks.Quotes;

namespace Instrumentation.Benchmarks.Matrix;

/// <summary>The same methods, recorded by the builders of their own state machines.</summary>
internal sealed partial class OurValueTasksInPlace(Gate gate)
{
    [Instrumented("matrix_valuetask_in_place_0_seconds", OutcomeTag = "")]
    [MetricCounter("matrix_valuetask_in_place_0_total")]
    public async partial ValueTask<int> Call0Async()
    {
        await gate.WaitAsync();
        return Work.Do();
    }

    [Instrumented("matrix_valuetask_in_place_1_seconds", OutcomeTag = "")]
    [MetricCounter("matrix_valuetask_in_place_1_total")]
    public async partial ValueTask<int> Call1Async([Tag] Origin origin)
    {
        await gate.WaitAsync();
        return Work.Do();
    }

    [Instrumented("matrix_valuetask_in_place_3_seconds", OutcomeTag = "")]
    [MetricCounter("matrix_valuetask_in_place_3_total")]
    public async partial ValueTask<int> Call3Async([Tag] Origin origin, [Tag] bool cached, [Tag] Format format)
    {
        await gate.WaitAsync();
        return Work.Do();
    }

    [Instrumented("matrix_valuetask_in_place_4_seconds", OutcomeTag = "")]
    [MetricCounter("matrix_valuetask_in_place_4_total")]
    public async partial ValueTask<int> Call4Async([Tag] Origin origin, [Tag] bool cached, [Tag] Format format, [Tag] bool retried)
    {
        await gate.WaitAsync();
        return Work.Do();
    }

    [Instrumented("matrix_valuetask_in_place_8_seconds", OutcomeTag = "")]
    [MetricCounter("matrix_valuetask_in_place_8_total")]
    public async partial ValueTask<int> Call8Async([Tag] Origin origin, [Tag] bool cached, [Tag] Format format, [Tag] bool retried, [Tag] bool signed, [Tag] bool large, [Tag] bool urgent, [Tag] bool draft)
    {
        await gate.WaitAsync();
        return Work.Do();
    }
}
