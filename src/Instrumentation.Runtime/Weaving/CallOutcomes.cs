using Instrumentation.Metrics;

namespace Instrumentation.Weaving;

/// <summary>Classifies exceptions and names outcomes.</summary>
public static class CallOutcomes
{
    /// <summary>The base of what Polly throws instead of making the call; known by name, so that no reference is needed.</summary>
    private const string PollyRejection = "Polly.ExecutionRejectedException";

    private const string PollyTimeout = "Polly.Timeout.TimeoutRejectedException";

    private static readonly string[] s_names = ["success", "failure", "cancelled", "timeout", "rejected"];

    /// <summary>The outcome tag.</summary>
    /// <param name="name">Name of the tag.</param>
    /// <param name="rejects">Whether the method says when it is rejected, so that this outcome is shown at zero too.</param>
    /// <param name="values">The names of the outcomes in the order of <see cref="CallOutcome"/>, those with the same name being one series; none for the default ones.</param>
    public static TagDimension Tag(string name, bool rejects = false, params string[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new OutcomeTag(name, rejects, values.Length == s_names.Length ? values : s_names);
    }

    /// <summary>The outcome that an exception means.</summary>
    /// <remarks>
    /// A <see cref="TimeoutException"/>, also inside a cancellation (as <c>HttpClient</c> throws it), and Polly's <c>TimeoutRejectedException</c> are time-outs; other
    /// descendants of Polly's <c>ExecutionRejectedException</c> are rejections.
    /// </remarks>
    public static CallOutcome Of(Exception exception) => exception switch
    {
        TimeoutException or OperationCanceledException { InnerException: TimeoutException } => CallOutcome.Timeout,
        OperationCanceledException => CallOutcome.Cancelled,
        null => CallOutcome.Failure,
        _ => OfPolly(exception.GetType()),
    };

    private static CallOutcome OfPolly(Type type)
    {
        for (var current = type; current is not null && current != typeof(Exception); current = current.BaseType)
        {
            switch (current.FullName)
            {
                case PollyTimeout:
                    return CallOutcome.Timeout;
                case PollyRejection:
                    return CallOutcome.Rejected;
            }
        }

        return CallOutcome.Failure;
    }
}
