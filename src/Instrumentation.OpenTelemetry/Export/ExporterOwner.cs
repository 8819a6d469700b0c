using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Instrumentation.OpenTelemetry.Export;

/// <summary>Exports nothing; as a processor of the provider it tells an exporter, which another one wraps, whose resource it exports.</summary>
internal sealed class ExporterOwner(BaseExporter<LogRecord> exporter) : BaseExportProcessor<LogRecord>(exporter)
{
    protected override void OnExport(LogRecord data)
    {
    }
}
