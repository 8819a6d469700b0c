namespace Instrumentation;

/// <summary>How a call can end; a set, for the <c>When</c> of an instrument.</summary>
[Flags]
public enum Outcomes
{
    /// <summary>No outcome.</summary>
    None = 0,

    /// <summary>The call returned, or its task completed with a result.</summary>
    Success = 1,

    /// <summary>The call threw.</summary>
    Failure = 2,

    /// <summary>The call threw an <see cref="OperationCanceledException"/>, or its task was cancelled.</summary>
    Cancelled = 4,

    /// <summary>The call threw a <see cref="TimeoutException"/>, or a cancellation caused by one.</summary>
    Timeout = 8,

    /// <summary>Every outcome.</summary>
    All = Success | Failure | Cancelled | Timeout,
}
