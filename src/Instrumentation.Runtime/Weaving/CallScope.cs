using System.Diagnostics;
using Instrumentation.Diagnostics;

namespace Instrumentation.Weaving;

/// <summary>The clock and the span of one recorded call.</summary>
public struct CallScope
{
    private readonly long _start;
    private readonly Activity? _callerActivity;

    private CallScope(long start, Activity? activity, Activity? callerActivity)
    {
        _start = start;
        Activity = activity;
        _callerActivity = callerActivity;
    }

    /// <summary>The span, where somebody listens to it.</summary>
    public Activity? Activity { get; private set; }

    /// <summary>The span, where its tags are wanted.</summary>
    public readonly Activity? RecordedActivity => Activity is { IsAllDataRequested: true } activity ? activity : null;

    /// <summary>The exception that is on its way through the call.</summary>
    public Exception? Thrown { get; private set; }

    /// <summary>Starts the clock.</summary>
    public static CallScope Start() => new(Stopwatch.GetTimestamp(), null, null);

    /// <summary>Starts the clock, then the span.</summary>
    public static CallScope Start(ActivitySource source, string spanName, ActivityKind kind = ActivityKind.Internal)
    {
        ArgumentNullException.ThrowIfNull(source);
        var start = Stopwatch.GetTimestamp();
        if (!source.HasListeners())
        {
            return new CallScope(start, null, null);
        }

        var caller = Activity.Current;
        var activity = source.StartActivity(spanName, kind);
        if (activity is { IsAllDataRequested: true } && CorrelationContext.Id is { } correlation)
        {
            activity.SetTag("correlation_id", correlation);
        }

        return new CallScope(start, activity, caller);
    }

    /// <summary>Ticks of <see cref="Stopwatch"/> since the start.</summary>
    public readonly long Elapsed() => Stopwatch.GetTimestamp() - _start;

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
            Activity.Current = _callerActivity;
        }
    }

    /// <summary>Makes the call's span the current one, where the call goes on.</summary>
    public readonly void Resume()
    {
        if (Activity is not null)
        {
            Activity.Current = Activity;
        }
    }

    /// <summary>Stops the span with the call's outcome.</summary>
    public void Stop(CallOutcome outcome, Exception? exception)
    {
        if (Activity is not { } activity)
        {
            return;
        }

        Activity = null;
        if (outcome is CallOutcome.Failure or CallOutcome.Timeout)
        {
            // The type only: messages quote arguments, and nothing of an argument is recorded unless it is named.
            activity.SetStatus(ActivityStatusCode.Error);
            if (exception is not null && activity.IsAllDataRequested)
            {
                activity.SetTag("error.type", exception.GetType().FullName);
            }
        }

        activity.Stop();
    }
}
