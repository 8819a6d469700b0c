using System.Diagnostics;

namespace Instrumentation.Metrics;

/// <summary>Finds the trace that a recording belongs to; looks for one only once the process has had an <see cref="Activity"/>.</summary>
internal static class Exemplars
{
    private static int s_watches;
    private static bool s_mayHaveTrace;

    /// <summary>The sampled span that is running; null where there is none.</summary>
    public static Activity? Current => s_mayHaveTrace && Activity.Current is { Recorded: true } activity ? activity : null;

    /// <summary>Waits for the first activity of the process.</summary>
    public static void Watch()
    {
        if (Volatile.Read(ref s_watches) == 0 && Interlocked.Exchange(ref s_watches, 1) == 0)
        {
            Activity.CurrentChanged += OnCurrentChanged;
            s_mayHaveTrace |= Activity.Current is not null;
        }
    }

    private static void OnCurrentChanged(object? sender, ActivityChangedEventArgs change)
    {
        s_mayHaveTrace = true;
        Activity.CurrentChanged -= OnCurrentChanged;
    }
}
