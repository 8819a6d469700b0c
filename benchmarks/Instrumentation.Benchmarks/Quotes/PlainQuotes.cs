using System.Runtime.CompilerServices;

namespace Instrumentation.Benchmarks.Quotes;

/// <summary>The methods without any instrumentation.</summary>
internal sealed class PlainQuotes(Gate gate)
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Quote(Origin origin, bool cached, Format format) => Price.Of(origin, cached, format);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public async Task<int> QuoteAsync(Origin origin, bool cached, Format format)
    {
        await gate.WaitAsync();
        return Price.Of(origin, cached, format);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public async ValueTask<int> QuoteValueAsync(Origin origin, bool cached, Format format)
    {
        await gate.WaitAsync();
        return Price.Of(origin, cached, format);
    }
}
