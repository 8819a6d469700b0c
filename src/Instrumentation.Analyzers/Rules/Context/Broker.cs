namespace Instrumentation.Analyzers.Rules.Context;

/// <summary>A client of a message broker.</summary>
/// <param name="Name">Its name, for the reader.</param>
/// <param name="SendsTrace">Whether it puts the trace context into its messages by itself.</param>
internal sealed record Broker(string Name, bool SendsTrace);
