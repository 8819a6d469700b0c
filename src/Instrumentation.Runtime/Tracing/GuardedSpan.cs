using System.Diagnostics;
using Instrumentation.Diagnostics;

namespace Instrumentation.Tracing;

/// <summary>Starts and stops spans; a sampler or listener that throws is counted, and the code that is measured never notices.</summary>
internal static class GuardedSpan
{
    /// <summary>Starts a span as of the given time; <see langword="null"/> where nobody wants it, or where a listener threw.</summary>
    public static Activity? Start(
        ActivitySource source,
        string name,
        ActivityKind kind,
        DateTimeOffset startTime = default,
        ActivityContext parent = default,
        IEnumerable<ActivityLink>? links = null)
    {
        var current = Activity.Current;
        try
        {
            return source.StartActivity(name, kind, parent, tags: null, links, startTime);
        }
#pragma warning disable CA1031 // Samplers and listeners are foreign code that runs inside the user's call.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            // The listener may have thrown after the span had become the current one.
            Activity.Current = current;
            Count(exception);
            return null;
        }
    }

    /// <summary>Stops a span. Where a listener throws, the current span is left for the caller to restore.</summary>
    public static void Stop(Activity activity)
    {
        try
        {
            activity.Stop();
        }
#pragma warning disable CA1031 // As above.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            if (ReferenceEquals(Activity.Current, activity))
            {
                Activity.Current = activity.Parent;
            }

            Count(exception);
        }
    }

    private static void Count(Exception exception)
    {
        SelfMetrics.ListenerErrors.Add(0, 1);
        InstrumentationEventSource.Log.ListenerFailed(exception.ToString());
    }
}
