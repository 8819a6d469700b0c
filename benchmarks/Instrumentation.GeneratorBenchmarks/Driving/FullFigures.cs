namespace Instrumentation.GeneratorBenchmarks.Driving;

/// <summary>Milliseconds of full runs: by the clock and, together on all cores, of the processor.</summary>
internal sealed record FullFigures(double First, double Median, double Least, double ProcessorMedian, double ProcessorLeast);
