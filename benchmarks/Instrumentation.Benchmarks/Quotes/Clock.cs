using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Instrumentation.Benchmarks.Quotes;

/// <summary>Where timing alone leaves its result: the cheapest sink that the JIT cannot remove.</summary>
internal static class Clock
{
    private static long s_elapsed;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Stop(long start) => s_elapsed += Stopwatch.GetTimestamp() - start;
}
