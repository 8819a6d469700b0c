namespace Instrumentation.Weaving;

/// <summary>How a call ended; the value is the index of the outcome tag.</summary>
public enum CallOutcome
{
    /// <summary>It returned, and nothing in its result says otherwise.</summary>
    Success = 0,

    /// <summary>It threw, or its result says that it failed.</summary>
    Failure = 1,

    /// <summary>It was cancelled.</summary>
    Cancelled = 2,

    /// <summary>It timed out.</summary>
    Timeout = 3,

    /// <summary>It was turned away.</summary>
    Rejected = 4,
}
