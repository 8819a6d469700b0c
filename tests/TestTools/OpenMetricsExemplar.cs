namespace Instrumentation.TestTools;

/// <summary>The exemplar of a sample.</summary>
internal sealed record OpenMetricsExemplar(IReadOnlyDictionary<string, string> Labels, double Value, double? Timestamp);
