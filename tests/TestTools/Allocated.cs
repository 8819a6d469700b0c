namespace Instrumentation.TestTools;

/// <summary>Measures what calls allocate on the managed heap, to the byte.</summary>
/// <remarks>On a thread of its own: the test runner's has a synchronization context, under which no task resumes its caller inline.</remarks>
internal static class Allocated
{
    public const int Calls = 1000;

    /// <summary>Bytes of <see cref="Calls"/> calls, after as many that warm up.</summary>
    public static long ByCalls(Action call)
    {
        var bytes = 0L;
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(() =>
        {
            Repeat(call);
            var before = GC.GetAllocatedBytesForCurrentThread();
            Repeat(call);
            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        }));
        thread.Start();
        thread.Join();
        Assert.Null(failure);
        return bytes;
    }

    private static void Repeat(Action call)
    {
        for (var i = 0; i < Calls; i++)
        {
            call();
        }
    }
}
