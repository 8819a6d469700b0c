namespace Instrumentation;

/// <summary>How a call can end; a set, for the <c>When</c> of an instrument.</summary>
[Flags]
public enum Outcomes
{
    /// <summary>No outcome.</summary>
    None = 0,

    /// <summary>The call returned, or its task completed with a result, and no <see cref="FailureWhenAttribute"/> or <see cref="RejectedWhenAttribute"/> says otherwise.</summary>
    Success = 1,

    /// <summary>The call threw, or a <see cref="FailureWhenAttribute"/> says that it failed.</summary>
    Failure = 2,

    /// <summary>The call threw an <see cref="OperationCanceledException"/>, or its task was cancelled.</summary>
    Cancelled = 4,

    /// <summary>The call threw a <see cref="TimeoutException"/>, or a cancellation caused by one.</summary>
    Timeout = 8,

    /// <summary>
    /// The call was turned away before it did its work: a <see cref="RejectedWhenAttribute"/> says so, or it threw Polly's <c>ExecutionRejectedException</c> (an open circuit,
    /// a full bulkhead, a rate limit).
    /// </summary>
    Rejected = 16,

    /// <summary>Every outcome.</summary>
    All = Success | Failure | Cancelled | Timeout | Rejected,
}
