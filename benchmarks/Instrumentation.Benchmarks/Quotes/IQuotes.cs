namespace Instrumentation.Benchmarks.Quotes;

/// <summary>What the proxies stand in for. One argument, because they box each: the signature that is cheapest for them.</summary>
public interface IQuotes
{
    int Quote(int number);

    Task<int> QuoteAsync(int number);

    ValueTask<int> QuoteValueAsync(int number);
}
