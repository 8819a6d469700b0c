namespace Instrumentation.Weaving;

/// <summary>One recorded call; generated as a struct per instrumented method, so that nothing of it is boxed or called virtually.</summary>
/// <typeparam name="TResult">What the call gives, awaited; <see cref="NoResult"/> where it gives nothing.</typeparam>
public interface ICall<in TResult>
{
    /// <summary>Gives the caller its current span back while the call goes on elsewhere.</summary>
    void Detach();

    /// <summary>Makes the call's span the current one, where the call goes on.</summary>
    void Resume();

    /// <summary>Records the call that has ended.</summary>
    /// <param name="outcome">How it ended; one that returned is a <see cref="CallOutcome.Success"/>, unless its result says otherwise.</param>
    /// <param name="exception">The exception it ended with; null for none.</param>
    /// <param name="result">What it returned; read of a success alone.</param>
    void Record(CallOutcome outcome, Exception? exception, TResult result);
}
