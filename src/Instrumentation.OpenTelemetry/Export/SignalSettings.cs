using OpenTelemetry.Exporter;

namespace Instrumentation.OpenTelemetry.Export;

/// <summary>Where and how one signal is sent.</summary>
internal sealed record SignalSettings(Uri Endpoint, OtlpExportProtocol Protocol, string? Headers, int? TimeoutMilliseconds)
{
    /// <summary>The same for the SDK's exporter.</summary>
    public OtlpExporterOptions ToOptions()
    {
        var options = new OtlpExporterOptions { Endpoint = Endpoint, Protocol = Protocol };
        if (Headers is not null)
        {
            options.Headers = Headers;
        }

        if (TimeoutMilliseconds is { } timeout)
        {
            options.TimeoutMilliseconds = timeout;
        }

        return options;
    }
}
