namespace Instrumentation.Weaving;

/// <summary>One recorded call; generated as a struct per instrumented method, so that nothing of it is boxed or called virtually.</summary>
/// <typeparam name="TResult">What the call gives, awaited; <see cref="NoResult"/> where it gives nothing.</typeparam>
public interface ICall<in TResult>
{
    /// <summary>Gives the caller its current span back while the call goes on elsewhere.</summary>
    void Detach();

    /// <summary>Makes the call's span the current one, where the call goes on.</summary>
    void Resume();

    /// <summary>Records a call that returned.</summary>
    void Complete(TResult result);

    /// <summary>Records a call that did not.</summary>
    void Fail(CallOutcome outcome, Exception? exception);
}
