namespace Instrumentation.Analyzers.Rules.Hygiene;

/// <summary>What is wrong with a name or unit.</summary>
/// <param name="Reason">What is wrong, as the end of a sentence, with what to do.</param>
/// <param name="Replacement">What to write in its place; null where a reader must choose.</param>
/// <param name="IsMinor">Whether it is a matter of style in which nothing is lost.</param>
internal sealed record NameComplaint(string Reason, string? Replacement, bool IsMinor = false);
