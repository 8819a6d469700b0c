namespace Instrumentation.OpenTelemetry.Export;

/// <summary>What is exported.</summary>
internal enum Signal
{
    Traces,
    Metrics,
    Logs,
}
