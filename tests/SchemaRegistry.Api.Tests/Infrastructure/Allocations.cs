namespace SchemaRegistry.Api.Tests.Infrastructure;

/// <summary>Work as what it allocates: the same on every machine, however slow.</summary>
internal static class Allocations
{
    /// <summary>The bytes that some work on this thread allocates, the second time.</summary>
    public static long Of(Action work)
    {
        // What is made once for all is not the work's.
        work();
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
