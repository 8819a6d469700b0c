namespace Instrumentation.Benchmarks.Quotes;

/// <summary>How the proxies and the aspect end their timing: at once, or when the task they were given completes.</summary>
internal static class Timing
{
    public static object? Finish(object? result, long start)
    {
        switch (result)
        {
            case Task<int> task:
                return Awaited(task, start);
            case ValueTask<int> task:
                return Awaited(task, start);
            default:
                Clock.Stop(start);
                return result;
        }
    }

    private static async Task<int> Awaited(Task<int> task, long start)
    {
        try
        {
            return await task.ConfigureAwait(false);
        }
        finally
        {
            Clock.Stop(start);
        }
    }

    private static async ValueTask<int> Awaited(ValueTask<int> task, long start)
    {
        try
        {
            return await task.ConfigureAwait(false);
        }
        finally
        {
            Clock.Stop(start);
        }
    }
}
