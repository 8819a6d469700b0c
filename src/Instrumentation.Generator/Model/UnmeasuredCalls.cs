namespace Instrumentation.Generator.Model;

/// <summary>Calls that are not measured.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Count">How many.</param>
internal sealed record UnmeasuredCalls(string Reason, int Count);
