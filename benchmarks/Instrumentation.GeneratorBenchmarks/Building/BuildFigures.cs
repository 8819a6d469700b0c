namespace Instrumentation.GeneratorBenchmarks.Building;

/// <summary>Seconds of a build and bytes of its assembly, without and with the generator and the rules.</summary>
internal sealed record BuildFigures(double SecondsWithout, double SecondsWith, long BytesWithout, long BytesWith);
