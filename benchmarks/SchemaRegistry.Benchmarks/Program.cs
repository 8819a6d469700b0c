using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using Perfolizer.Horology;

var config = ManualConfig.Create(DefaultConfig.Instance)
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddJob(Job.Default
        .WithLaunchCount(1)
        .WithWarmupCount(6)
        .WithIterationCount(12)
        .WithIterationTime(TimeInterval.FromMilliseconds(150))
        .AsDefault()); // `--job …` on the command line replaces it.
var summaries = BenchmarkSwitcher.FromAssembly(typeof(SchemaRegistry.Benchmarks.JsonValidation).Assembly).Run(args, config);
return summaries.Any(static summary => summary.HasCriticalValidationErrors || summary.Reports.Any(static report => !report.Success)) ? 1 : 0;
