using System.Collections.Concurrent;

namespace Instrumentation.Weaving;

/// <summary>Objects to use again. A thread keeps the last one to itself, because most calls end where the next one begins; the others are in a queue, up to a bound.</summary>
internal static class Pool<T>
    where T : class
{
    private const int MaxPooled = 1024;

    private static readonly ConcurrentQueue<T> s_queue = new();

    [ThreadStatic]
    private static T? t_last;

    /// <summary>An object that was returned; null where there is none.</summary>
    public static T? TryTake()
    {
        if (t_last is not { } last)
        {
            return s_queue.TryDequeue(out var pooled) ? pooled : null;
        }

        t_last = null;
        return last;
    }

    /// <summary>Keeps an object that nobody uses any more.</summary>
    public static void Return(T item)
    {
        if (t_last is null)
        {
            t_last = item;
        }
        else if (s_queue.Count < MaxPooled)
        {
            s_queue.Enqueue(item);
        }
    }
}
