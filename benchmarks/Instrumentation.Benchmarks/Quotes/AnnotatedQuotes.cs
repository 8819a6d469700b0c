using System.Runtime.CompilerServices;

namespace Instrumentation.Benchmarks.Quotes;

/// <summary>Ours: a duration histogram and a counter of three closed tags each, and a span that nobody listens to, all by attributes.</summary>
/// <remarks>
/// The calls in the benchmarks are intercepted. The outcome tag is left out of the histogram so that it has the series of the hand-written one.
/// </remarks>
internal sealed class AnnotatedQuotes(Gate gate)
{
    [Instrumented("quotes_seconds", OutcomeTag = "")]
    [MetricCounter("quotes_total")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Quote([Tag] Origin origin, [Tag] bool cached, [Tag] Format format) => Price.Of(origin, cached, format);

    [Instrumented("quotes_task_seconds", OutcomeTag = "")]
    [MetricCounter("quotes_task_total")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public async Task<int> QuoteAsync([Tag] Origin origin, [Tag] bool cached, [Tag] Format format)
    {
        await gate.WaitAsync();
        return Price.Of(origin, cached, format);
    }

    [Instrumented("quotes_value_task_seconds", OutcomeTag = "")]
    [MetricCounter("quotes_value_task_total")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public async ValueTask<int> QuoteValueAsync([Tag] Origin origin, [Tag] bool cached, [Tag] Format format)
    {
        await gate.WaitAsync();
        return Price.Of(origin, cached, format);
    }
}
