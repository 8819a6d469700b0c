using System.Diagnostics.Metrics;

namespace Instrumentation.OpenTelemetry.Export;

/// <summary>Listens to what the SDK says of its own queues: https://opentelemetry.io/docs/specs/semconv/otel/sdk-metrics.</summary>
internal sealed class QueueDrops : IDisposable
{
    private const string Spans = "otel.sdk.processor.span.processed";
    private const string Records = "otel.sdk.processor.log.processed";

    private readonly MeterListener _listener = new()
    {
        InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Name is Spans or Records)
            {
                listener.EnableMeasurementEvents(instrument, instrument.Name == Spans ? Signal.Traces : Signal.Logs);
            }
        },
    };

    public QueueDrops()
    {
        _listener.SetMeasurementEventCallback<long>(static (_, count, tags, signal) =>
        {
            foreach (var tag in tags)
            {
                if (tag is { Key: "error.type", Value: ExportDrops.QueueFull })
                {
                    ExportDrops.Add((Signal)signal!, ExportDrops.QueueFull, count);
                }
            }
        });
        _listener.Start();

        // From now on the counter is there, with its zeros.
        ExportDrops.Add(Signal.Traces, ExportDrops.QueueFull, 0);
    }

    public void Dispose() => _listener.Dispose();
}
