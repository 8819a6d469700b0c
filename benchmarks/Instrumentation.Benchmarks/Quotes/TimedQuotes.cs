using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Instrumentation.Benchmarks.Quotes;

/// <summary>Two clock reads in the method's own body and nothing else: the floor of whatever measures a duration.</summary>
internal sealed class TimedQuotes(Gate gate)
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Quote(Origin origin, bool cached, Format format)
    {
        var start = Stopwatch.GetTimestamp();
        var result = Price.Of(origin, cached, format);
        Clock.Stop(start);
        return result;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public async Task<int> QuoteAsync(Origin origin, bool cached, Format format)
    {
        var start = Stopwatch.GetTimestamp();
        await gate.WaitAsync();
        var result = Price.Of(origin, cached, format);
        Clock.Stop(start);
        return result;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public async ValueTask<int> QuoteValueAsync(Origin origin, bool cached, Format format)
    {
        var start = Stopwatch.GetTimestamp();
        await gate.WaitAsync();
        var result = Price.Of(origin, cached, format);
        Clock.Stop(start);
        return result;
    }
}
