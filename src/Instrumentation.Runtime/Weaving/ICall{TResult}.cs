namespace Instrumentation.Weaving;

/// <summary>One recorded call; generated as a struct per instrumented method, so that nothing of it is boxed or called virtually.</summary>
/// <typeparam name="TResult">What the call gives, awaited; <see cref="NoResult"/> where it gives nothing.</typeparam>
public interface ICall<in TResult>
{
    /// <summary>Records the call that has ended.</summary>
    /// <param name="scope">Its clock and span.</param>
    /// <param name="outcome">How it ended; one that returned is a <see cref="CallOutcome.Success"/>, unless its result says otherwise.</param>
    /// <param name="exception">The exception it ended with; null for none.</param>
    /// <param name="result">What it returned; read of a success alone.</param>
    void Record(ref CallScope scope, CallOutcome outcome, Exception? exception, TResult result);
}
