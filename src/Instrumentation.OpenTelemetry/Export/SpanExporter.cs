using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Exporter;

namespace Instrumentation.OpenTelemetry.Export;

/// <summary>The SDK's exporter of spans, which counts those that it could not deliver.</summary>
internal sealed class SpanExporter(OtlpExporterOptions options) : OtlpTraceExporter(options)
{
    public override ExportResult Export(in Batch<Activity> activityBatch)
    {
        var result = base.Export(activityBatch);
        if (result == ExportResult.Failure)
        {
            ExportDrops.Add(Signal.Traces, ExportDrops.ExportFailed, activityBatch.Count);
        }

        return result;
    }
}
