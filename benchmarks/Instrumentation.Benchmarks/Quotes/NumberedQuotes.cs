namespace Instrumentation.Benchmarks.Quotes;

/// <summary>The plain methods behind the proxies.</summary>
internal sealed class NumberedQuotes(Gate gate) : IQuotes
{
    public int Quote(int number) => Price.Of(number);

    public async Task<int> QuoteAsync(int number)
    {
        await gate.WaitAsync();
        return Price.Of(number);
    }

    public async ValueTask<int> QuoteValueAsync(int number)
    {
        await gate.WaitAsync();
        return Price.Of(number);
    }
}
