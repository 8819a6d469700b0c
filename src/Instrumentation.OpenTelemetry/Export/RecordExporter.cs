using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;

namespace Instrumentation.OpenTelemetry.Export;

/// <summary>Counts the log records that the SDK's exporter, which cannot be derived from, could not deliver.</summary>
internal sealed class RecordExporter(OtlpLogExporter inner) : BaseExporter<LogRecord>
{
    public override ExportResult Export(in Batch<LogRecord> batch)
    {
        var result = inner.Export(batch);
        if (result == ExportResult.Failure)
        {
            ExportDrops.Add(Signal.Logs, ExportDrops.ExportFailed, batch.Count);
        }

        return result;
    }

    protected override bool OnForceFlush(int timeoutMilliseconds) => inner.ForceFlush(timeoutMilliseconds);

    protected override bool OnShutdown(int timeoutMilliseconds) => inner.Shutdown(timeoutMilliseconds);
}
