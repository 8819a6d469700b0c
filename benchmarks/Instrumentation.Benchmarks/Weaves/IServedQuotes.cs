using Instrumentation.Benchmarks.Quotes;

namespace Instrumentation.Benchmarks.Weaves;

/// <summary>What the container is asked for, so that a decorator stands in front.</summary>
internal interface IServedQuotes
{
    Task<int> QuoteAsync(Origin origin, bool cached, Format format);
}
