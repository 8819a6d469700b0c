namespace Instrumentation.Benchmarks.Quotes;

/// <summary>The plain methods with the aspect of <see cref="TimedAttribute"/> woven in; called directly, not through an interface.</summary>
internal sealed class AspectQuotes(Gate gate)
{
    [Timed]
    public int Quote(int number) => Price.Of(number);

    [Timed]
    public async Task<int> QuoteAsync(int number)
    {
        await gate.WaitAsync();
        return Price.Of(number);
    }

    [Timed]
    public async ValueTask<int> QuoteValueAsync(int number)
    {
        await gate.WaitAsync();
        return Price.Of(number);
    }
}
