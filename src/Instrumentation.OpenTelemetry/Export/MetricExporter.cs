using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;

namespace Instrumentation.OpenTelemetry.Export;

/// <summary>The SDK's exporter of metrics, which counts the exports that failed.</summary>
internal sealed class MetricExporter(OtlpExporterOptions options) : OtlpMetricExporter(options)
{
    public override ExportResult Export(in Batch<Metric> metrics)
    {
        var result = base.Export(metrics);
        if (result == ExportResult.Failure)
        {
            ExportDrops.Add(Signal.Metrics, ExportDrops.ExportFailed, 1);
        }

        return result;
    }
}
