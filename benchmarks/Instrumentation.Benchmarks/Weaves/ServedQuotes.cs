using Instrumentation.Benchmarks.Quotes;

namespace Instrumentation.Benchmarks.Weaves;

/// <summary>Behind a decorator.</summary>
internal sealed class ServedQuotes(Gate gate) : IServedQuotes
{
    [Instrumented("served_quotes_seconds", OutcomeTag = "")]
    [MetricCounter("served_quotes_total")]
    public async Task<int> QuoteAsync([Tag] Origin origin, [Tag] bool cached, [Tag] Format format)
    {
        await gate.WaitAsync();
        return Price.Of(origin, cached, format);
    }
}
