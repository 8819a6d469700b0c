using Instrumentation.Metrics;

namespace Instrumentation.Weaving;

/// <summary>Classifies exceptions and names outcomes.</summary>
public static class CallOutcomes
{
    /// <summary>The outcome tag, under the given name.</summary>
    public static TagDimension Tag(string name) => new ClosedTag(name, "success", "failure", "cancelled", "timeout");

    /// <summary>The outcome that an exception means: a <see cref="TimeoutException"/>, also inside a cancellation (as <c>HttpClient</c> throws it), is a time-out.</summary>
    public static CallOutcome Of(Exception exception) => exception switch
    {
        TimeoutException or OperationCanceledException { InnerException: TimeoutException } => CallOutcome.Timeout,
        OperationCanceledException => CallOutcome.Cancelled,
        _ => CallOutcome.Failure,
    };
}
