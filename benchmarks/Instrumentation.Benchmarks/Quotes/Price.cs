using System.Runtime.CompilerServices;

namespace Instrumentation.Benchmarks.Quotes;

/// <summary>The work that every variant does: a few additions. The results lie outside of the range whose tasks .NET caches.</summary>
internal static class Price
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of(Origin origin, bool cached, Format format) => 1000 + ((int)origin * 100) + (cached ? 10 : 20) + (int)format;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of(int number) => 1000 + (number * 100) + (number > 10 ? 10 : 20);
}
