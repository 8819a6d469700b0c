using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using Instrumentation.Benchmarks.Matrix;
using Instrumentation.Benchmarks.Reporting;
using Instrumentation.Benchmarks.Scale;
using Instrumentation.Benchmarks.Weaves;

switch (args)
{
    case [MatrixCommand.Name, .. var rest]:
        return MatrixCommand.Run(rest);
    case [ThreadsCommand.Name]:
        return ThreadsCommand.Run();
    case [WeavesCommand.Name]:
        return WeavesCommand.Run();
}

var summaries = BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, BenchmarkConfig.Create());
foreach (var summary in summaries)
{
    new ShapeTableExporter().ExportToLog(summary, ConsoleLogger.Default);
}

return summaries.Any(static summary => summary.HasCriticalValidationErrors || summary.Reports.Any(static report => !report.Success)) ? 1 : 0;
