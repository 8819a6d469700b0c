namespace Instrumentation.Integration.Tests;

/// <summary>Methods with a counter, a histogram, a span and three closed tags, and the same methods plain.</summary>
internal sealed class Costly
{
    [Instrumented("costly_sync_seconds")]
    [MetricCounter("costly_sync_total", OutcomeTag = "result")]
    [Tag("long", From = "text.Length > 3")]
    public int Sync([Tag] Color color, [Tag(Values = ["eu", "us"])] string region, string text) => text.Length + region.Length;

    [Instrumented("costly_full_seconds", CallsName = "costly_full_total", InFlight = true, LogFailures = true, OutcomeTag = "result")]
    [MetricCounter("costly_full_cost_total", Value = "cost")]
    [Tag("long", From = "text.Length > 3")]
    [Tag("outcome", Value = "success")]
    [FailureWhen("result < 4")]
    [RejectedWhen("text == \"\"")]
    [ErrorTypes(typeof(TimeoutException))]
    public int Full([Tag] Color color, string text, decimal cost) => text.Length;

    [Instrumented("costly_void_seconds")]
    [MetricCounter("costly_void_total", OutcomeTag = "result")]
    [Tag("long", From = "text.Length > 3")]
    public void Void([Tag] Color color, [Tag(Values = ["eu", "us"])] string region, string text)
    {
    }

    [Instrumented("costly_task_seconds")]
    [MetricCounter("costly_task_total", OutcomeTag = "result")]
    [Tag("long", From = "text.Length > 3")]
    public Task TaskOf([Tag] Color color, [Tag(Values = ["eu", "us"])] string region, string text, Task inner) => inner;

    [Instrumented("costly_task_result_seconds")]
    [MetricCounter("costly_task_result_total", OutcomeTag = "result")]
    [Tag("long", From = "result.Length > 3")]
    public Task<string> TaskOf([Tag] Color color, [Tag(Values = ["eu", "us"])] string region, Task<string> inner) => inner;

    [Instrumented("costly_value_task_seconds")]
    [MetricCounter("costly_value_task_total", OutcomeTag = "result")]
    [Tag("long", From = "text.Length > 3")]
    public ValueTask ValueTaskOf([Tag] Color color, [Tag(Values = ["eu", "us"])] string region, string text, ValueTask inner) => inner;

    [Instrumented("costly_value_task_result_seconds")]
    [MetricCounter("costly_value_task_result_total", OutcomeTag = "result")]
    [Tag("long", From = "result > 3")]
    public ValueTask<int> ValueTaskOf([Tag] Color color, [Tag(Values = ["eu", "us"])] string region, ValueTask<int> inner) => inner;

    public Task PlainTaskOf(Task inner) => inner;

    public Task<string> PlainTaskOf(Task<string> inner) => inner;

    public ValueTask PlainValueTaskOf(ValueTask inner) => inner;

    public ValueTask<int> PlainValueTaskOf(ValueTask<int> inner) => inner;
}
