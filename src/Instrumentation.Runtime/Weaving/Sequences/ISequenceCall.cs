namespace Instrumentation.Weaving.Sequences;

/// <summary>One recorded enumeration; generated per instrumented method that returns a sequence.</summary>
public interface ISequenceCall : ICall<NoResult>
{
    /// <summary>Starts clock and span: the call begins when its first element is asked for.</summary>
    void Begin();
}
