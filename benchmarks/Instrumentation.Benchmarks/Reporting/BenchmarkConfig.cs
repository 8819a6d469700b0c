using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using Perfolizer.Horology;

namespace Instrumentation.Benchmarks.Reporting;

/// <summary>One process per benchmark (so that "nobody listens" is true), few short iterations, one joined table.</summary>
internal static class BenchmarkConfig
{
    public static IConfig Create() => ManualConfig.Create(DefaultConfig.Instance)
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddExporter(new ShapeTableExporter())
        .AddJob(Job.Default
            .WithLaunchCount(1)
            .WithWarmupCount(6)
            .WithIterationCount(12)
            .WithIterationTime(TimeInterval.FromMilliseconds(150))
            .AsDefault()) // `--job …` on the command line replaces it.
        .HideColumns(Column.Gen0, Column.Gen1, Column.Gen2, Column.RatioSD)
        .WithOptions(ConfigOptions.JoinSummary);
}
