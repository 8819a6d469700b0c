using Instrumentation.Benchmarks.Quotes;
using Instrumentation.Metrics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Instrumentation.Benchmarks.Matrix;

/// <summary>Who listens while calls are measured.</summary>
internal static class Listener
{
    public const string Nobody = "nobody";
    public const string Metrics = "/metrics";
    public const string Reader = "OpenTelemetry SDK reader";
    public const string SampledOut = "span sampled out";
    public const string Recorded = "span recorded";

    /// <summary>All of them. What is written by hand is read by the SDK, whoever reads ours: it has no other reader.</summary>
    public static string[] All { get; } = [Nobody, Metrics, Reader, SampledOut, Recorded];

    public static IDisposable? Attach(string listener)
    {
        switch (listener)
        {
            case Metrics:
                MetricRegistry.StartCollecting();
                return null;
            case Reader:
                // The hand-written meter is in another process than ours: AddInstrumentation starts listening for /metrics, too.
                return Sdk.CreateMeterProviderBuilder().AddInstrumentation().AddReader(new BaseExportingMetricReader(new CountingExporter())).Build();
            default:
                return AttachSpans(listener)?.AddInstrumentation().Build();
        }
    }

    public static IDisposable? AttachByHand(string listener) => listener is Metrics or Reader
        ? Sdk.CreateMeterProviderBuilder().AddMeter(HandInstruments.MeterName).AddReader(new BaseExportingMetricReader(new CountingExporter())).Build()
        : AttachSpans(listener)?.AddSource(HandInstruments.MeterName).Build();

    private static TracerProviderBuilder? AttachSpans(string listener) => listener switch
    {
        SampledOut => Sdk.CreateTracerProviderBuilder().SetSampler(new AlwaysOffSampler()),
        Recorded => Sdk.CreateTracerProviderBuilder().SetSampler(new AlwaysOnSampler()),
        _ => null,
    };
}
