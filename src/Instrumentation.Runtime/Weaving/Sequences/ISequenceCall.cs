namespace Instrumentation.Weaving.Sequences;

/// <summary>One recorded enumeration; generated per instrumented method that returns a sequence.</summary>
public interface ISequenceCall
{
    /// <summary>Starts clock and span: the call begins when its first element is asked for.</summary>
    void Begin();

    /// <summary>Makes the call's span the current one, where the call goes on.</summary>
    void Resume();

    /// <summary>Records the call that has ended.</summary>
    /// <param name="outcome">How it ended; one that was left early is a <see cref="CallOutcome.Success"/>.</param>
    /// <param name="exception">The exception it ended with; null for none.</param>
    /// <param name="result">Nothing.</param>
    void Record(CallOutcome outcome, Exception? exception, NoResult result);
}
