using System.Globalization;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;

namespace Instrumentation.Benchmarks.Reporting;

/// <summary>Writes a summary as one table: a row per variant (method), a column per shape (class), <c>ns / bytes</c> per call (the median) in each cell.</summary>
internal sealed class ShapeTableExporter : ExporterBase
{
    protected override string FileExtension => "md";

    protected override string FileCaption => "shapes";

    public override void ExportToLog(Summary summary, ILogger logger)
    {
        var shapes = summary.Reports.Select(Shape).Distinct(StringComparer.Ordinal).ToList();
        logger.WriteLine();
        logger.WriteLine($"| ns / bytes per call | {string.Join(" | ", shapes)} |");
        logger.WriteLine($"|---{string.Concat(shapes.Select(static _ => "|---:"))}|");
        foreach (var variant in summary.Reports.GroupBy(static report => report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo, StringComparer.Ordinal))
        {
            var cells = shapes.Select(shape => variant.FirstOrDefault(report => Shape(report) == shape) is { } report ? Cell(report) : "");
            logger.WriteLine($"| {variant.Key.Trim('\'')} | {string.Join(" | ", cells)} |");
        }
    }

    private static string Shape(BenchmarkReport report) => report.BenchmarkCase.Descriptor.Type.Name;

    private static string Cell(BenchmarkReport report) => report.ResultStatistics is { } statistics
        ? string.Create(CultureInfo.InvariantCulture, $"{statistics.Median:0.0} / {report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase)}")
        : "failed";
}
