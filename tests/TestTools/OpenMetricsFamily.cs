namespace Instrumentation.TestTools;

/// <summary>All lines of one OpenMetrics family.</summary>
internal sealed record OpenMetricsFamily(string Name, string Type, string? Unit, string? Help, IReadOnlyList<OpenMetricsSample> Samples);
