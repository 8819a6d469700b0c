namespace Instrumentation.Runtime.Tests.Infrastructure;

/// <summary>Runs work on several threads that start together.</summary>
internal static class Threads
{
    public const int Count = 4;

    /// <summary>Enough for the threads to outlast a time slice: with fewer they ran one after the other and a plain addition passed.</summary>
    public const int Rounds = 2_000_000;

    public static void Run(Action<int> work)
    {
        using var start = new Barrier(Count);
        var failures = new Exception?[Count];
        var threads = Enumerable.Range(0, Count).Select(number => new Thread(() =>
        {
            start.SignalAndWait();
            failures[number] = Record.Exception(() => work(number));
        })).ToList();
        threads.ForEach(static thread => thread.Start());
        threads.ForEach(static thread => thread.Join());
        Assert.All(failures, Assert.Null);
    }
}
