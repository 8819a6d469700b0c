using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Instrumentation.Benchmarks.Quotes;

/// <summary>An exporter that counts. Its reader collects only when it is asked to: recording is measured, not exporting.</summary>
internal sealed class CountingExporter : BaseExporter<Metric>
{
    /// <summary>How many metrics the last collection brought.</summary>
    public long MetricsSeen { get; private set; }

    public override ExportResult Export(in Batch<Metric> batch)
    {
        MetricsSeen = batch.Count;
        return ExportResult.Success;
    }
}
