using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Instrumentation.Weaving;

/// <summary>
/// The clock and the span of one call that is recorded in place: what its builder keeps until the call ends, and nothing that would have to be copied beside. The rest of a
/// <see cref="CallScope"/> is made where there is a span.
/// </summary>
/// <param name="started">When the call began, in ticks of <see cref="Stopwatch"/>.</param>
/// <param name="activity">Its span; null for none.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct InPlaceScope(long started, Activity? activity = null)
{
    /// <summary>The span, where its tags are wanted.</summary>
    public Activity? RecordedActivity => activity is { IsAllDataRequested: true } ? activity : null;

    /// <summary>Starts the span; asked only where the source has listeners.</summary>
    /// <returns>A scope with the span, by which the caller gets its own current span back.</returns>
    public CallScope StartSpan(ActivitySource source, string spanName, ActivityKind kind = ActivityKind.Internal)
    {
        var scope = CallScope.Continue(started);
        scope.StartSpan(source, spanName, kind);
        return scope;
    }

    /// <summary>Ticks of <see cref="Stopwatch"/> since the start.</summary>
    public long Elapsed() => Stopwatch.GetTimestamp() - started;

    /// <summary>Stops the span, inside the call's own context, where whoever made it go on may have another current span: that one stays.</summary>
    /// <param name="elapsed">What <see cref="Elapsed"/> said, so that span and histogram say the same; 0 where nobody asked.</param>
    /// <param name="outcome">How the call ended.</param>
    /// <param name="exception">The exception it ended with; null for none.</param>
    public void Stop(long elapsed, CallOutcome outcome, Exception? exception)
    {
        // Who has no span asks for none: the current one is looked up in the execution context.
        if (activity is not null)
        {
            StopInside(activity, elapsed > 0 ? elapsed : Elapsed(), outcome, exception);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)] // Apart, so that a call without a span has little code to run through.
    private static void StopInside(Activity activity, long elapsed, CallOutcome outcome, Exception? exception)
    {
        var current = Activity.Current;
        CallScope.Stop(activity, elapsed, outcome, exception);
        if (!ReferenceEquals(activity, current))
        {
            CallScope.LeaveTo(current);
        }
    }
}
