using System.Diagnostics;
using Instrumentation.Diagnostics;
using Instrumentation.Tracing;

namespace Instrumentation.Weaving;

/// <summary>The clock and the span of one recorded call.</summary>
public struct CallScope
{
    private readonly long _start;
    private Activity? _callerActivity;
    private long _elapsed;

    private CallScope(long start) => _start = start;

    /// <summary>The span, where somebody listens to it.</summary>
    public Activity? Activity { get; private set; }

    /// <summary>The span, where its tags are wanted.</summary>
    public readonly Activity? RecordedActivity => Activity is { IsAllDataRequested: true } activity ? activity : null;

    /// <summary>The exception that is on its way through the call.</summary>
    public Exception? Thrown { get; private set; }

    /// <summary>The scope of a call that began before.</summary>
    internal static CallScope Continue(long started) => new(started);

    /// <summary>
    /// Makes the caller's span the current one again, after the part of a call that ran in its own context. One that has stopped meanwhile cannot be current: then there is none.
    /// </summary>
    internal static void LeaveTo(Activity? caller)
    {
        if (!ReferenceEquals(Activity.Current, caller))
        {
            Activity.Current = caller is { IsStopped: true } ? null : caller;
        }
    }

    /// <summary>Starts the clock.</summary>
    public static CallScope Start() => new(Stopwatch.GetTimestamp());

    /// <summary>Starts the span; asked only where the source has listeners.</summary>
    public void StartSpan(ActivitySource source, string spanName, ActivityKind kind = ActivityKind.Internal)
    {
        ArgumentNullException.ThrowIfNull(source);
        _callerActivity = Activity.Current;
        Activity = GuardedSpan.Start(source, spanName, kind, DateTimeOffset.UtcNow);
        if (RecordedActivity is { } activity && CorrelationContext.Id is { } correlation)
        {
            activity.SetTag("correlation_id", correlation);
        }
    }

    /// <summary>Ticks of <see cref="Stopwatch"/> from the start to the end; 0 before it.</summary>
    public readonly long Ticks => _elapsed;

    /// <summary>Ends a call that returned, right after it did.</summary>
    public void Returned()
    {
        if (_start != 0)
        {
            Elapsed();
        }

        Forget();
    }

    /// <summary>Forgets an exception that was on its way and met another one, which the method caught: it has returned.</summary>
    internal void Forget() => Thrown = null;

    /// <summary>Ends a call that an exception leaves.</summary>
    /// <returns>How it ended.</returns>
    public CallOutcome EndThrown()
    {
        if (_start != 0)
        {
            Elapsed();
        }

        return CallOutcomes.Of(Thrown!);
    }

    /// <summary>Ticks of <see cref="Stopwatch"/> since the start. The last reading is the span's duration too, so that span and histogram say the same.</summary>
    public long Elapsed() => _elapsed = Stopwatch.GetTimestamp() - _start;

    /// <summary>An exception filter that notes the exception and lets it pass: the stack is not unwound here and nothing is thrown again.</summary>
    /// <returns>Always <see langword="false"/>.</returns>
    public bool Notice(Exception exception)
    {
        Thrown = exception;
        return false;
    }

    /// <summary>Counts the failure of a tag or value expression.</summary>
    public static void ExpressionFailed(Exception exception)
    {
        SelfMetrics.ExpressionErrors.Add(0, 1);
        InstrumentationEventSource.Log.ExpressionFailed(exception?.ToString() ?? string.Empty);
    }

    /// <summary>Gives the caller its current span back while the call goes on elsewhere.</summary>
    public readonly void Detach()
    {
        if (Activity is not null)
        {
            LeaveTo(_callerActivity);
        }
    }

    /// <summary>Makes the call's span the current one, where the call goes on.</summary>
    public readonly void Resume()
    {
        if (Activity is not null)
        {
            LeaveTo(Activity);
        }
    }

    /// <summary>
    /// Stops the span with the call's outcome: an error has the status and the <c>error.type</c> that OpenTelemetry's semantic conventions ask for, a cancellation is none.
    /// </summary>
    public void Stop(CallOutcome outcome, Exception? exception)
    {
        if (Activity is { } activity)
        {
            Activity = null;
            Stop(activity, _elapsed > 0 ? _elapsed : Elapsed(), outcome, exception);
        }
    }

    /// <summary>Stops the span with the call's outcome and the exception that was noticed.</summary>
    public void Stop(CallOutcome outcome) => Stop(outcome, Thrown);

    /// <summary>Stops a span that took this many ticks of <see cref="Stopwatch"/>.</summary>
    internal static void Stop(Activity activity, long elapsed, CallOutcome outcome, Exception? exception)
    {
        if (outcome is not (CallOutcome.Success or CallOutcome.Cancelled))
        {
            // The type only: messages quote arguments, and nothing of an argument is recorded unless it is named.
            activity.SetStatus(ActivityStatusCode.Error);
            if (activity.IsAllDataRequested)
            {
                activity.SetTag("error.type", ErrorType(outcome, exception));
            }
        }

        activity.SetEndTime(activity.StartTimeUtc + Stopwatch.GetElapsedTime(0, elapsed));
        GuardedSpan.Stop(activity);
    }

    // What the conventions say where there is no exception: a name of one's own with few values, or _OTHER.
    private static string? ErrorType(CallOutcome outcome, Exception? exception) => exception is not null
        ? exception.GetType().FullName
        : outcome switch
        {
            CallOutcome.Timeout => "timeout",
            CallOutcome.Rejected => "rejected",
            _ => "_OTHER",
        };
}
