namespace Instrumentation.TestTools;

/// <summary>Measures what this thread allocates on the managed heap, to the byte.</summary>
internal static class Allocated
{
    public const int Calls = 1000;

    /// <summary>Bytes of <see cref="Calls"/> calls, after as many that warm up.</summary>
    public static long ByCalls(Action call)
    {
        Repeat(call);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Repeat(call);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Repeat(Action call)
    {
        for (var i = 0; i < Calls; i++)
        {
            call();
        }
    }
}
