namespace Instrumentation.Analyzers.Rules.Context;

/// <summary>What says that there is a context at a place.</summary>
/// <param name="What">It, for the reader: <c>'id'</c>, <c>the span 'activity'</c>.</param>
/// <param name="IsProven">Whether type or origin prove it; otherwise only the name says so.</param>
/// <param name="HasId">Whether a correlation id is among it; a span has none.</param>
internal sealed record ContextEvidence(string What, bool IsProven, bool HasId);
