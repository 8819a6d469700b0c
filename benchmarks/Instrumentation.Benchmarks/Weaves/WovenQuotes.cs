using System.Diagnostics;
using Instrumentation.Benchmarks.Quotes;

namespace Instrumentation.Benchmarks.Weaves;

/// <summary>One method by each weave: a duration histogram, a counter, three closed tags of arguments, and a span that nobody listens to.</summary>
internal sealed partial class WovenQuotes(Gate gate)
{
    [Instrumented("woven_timed_seconds", OutcomeTag = "", Span = false)]
    public async partial Task<int> TimedAsync(Origin origin, bool cached, Format format)
    {
        await gate.WaitAsync();
        return Price.Of(origin, cached, format);
    }

    [Instrumented("woven_in_place_seconds", OutcomeTag = "")]
    [MetricCounter("woven_in_place_total")]
    public async partial Task<int> InPlaceAsync([Tag] Origin origin, [Tag] bool cached, [Tag] Format format)
    {
        await gate.WaitAsync();
        return Price.Of(origin, cached, format);
    }

    [Instrumented("woven_definition_seconds", OutcomeTag = "")]
    [MetricCounter("woven_definition_total")]
    public partial Task<int> DefinedAsync([Tag] Origin origin, [Tag] bool cached, [Tag] Format format);

    private async Task<int> DefinedAsyncCore(Origin origin, bool cached, Format format)
    {
        await gate.WaitAsync();
        return Price.Of(origin, cached, format);
    }

    [Instrumented("woven_both_seconds", OutcomeTag = "")]
    [MetricCounter("woven_both_total")]
    public partial Task<int> BothAsync([Tag] Origin origin, [Tag] bool cached, [Tag] Format format);

    private async partial Task<int> BothAsyncCore(Origin origin, bool cached, Format format)
    {
        await gate.WaitAsync();
        return Price.Of(origin, cached, format);
    }

    /// <summary>What one writes by hand, and what other generators write: a second async method, timing only.</summary>
    public async Task<int> WrappedAsync(Origin origin, bool cached, Format format)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            return await PlainAsync(origin, cached, format);
        }
        finally
        {
            Clock.Stop(start);
        }
    }

    private async Task<int> PlainAsync(Origin origin, bool cached, Format format)
    {
        await gate.WaitAsync();
        return Price.Of(origin, cached, format);
    }
}
