using System.Runtime.CompilerServices;

namespace Instrumentation.Benchmarks.Matrix;

/// <summary>What every method does: next to nothing. The result lies outside of the range whose tasks .NET caches.</summary>
internal static class Work
{
    private static int s_done;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Do() => ++s_done | 1024;
}
