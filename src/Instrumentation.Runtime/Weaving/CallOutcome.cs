namespace Instrumentation.Weaving;

/// <summary>How a call ended; the value is the index of the outcome tag.</summary>
public enum CallOutcome
{
    /// <summary>It returned.</summary>
    Success = 0,

    /// <summary>It threw.</summary>
    Failure = 1,

    /// <summary>It was cancelled.</summary>
    Cancelled = 2,

    /// <summary>It timed out.</summary>
    Timeout = 3,
}
