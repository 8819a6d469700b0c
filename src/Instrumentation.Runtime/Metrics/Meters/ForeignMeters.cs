using System.Diagnostics.Metrics;
using Instrumentation.Diagnostics;

namespace Instrumentation.Metrics.Meters;

/// <summary>
/// What every other meter of the process measures (ASP.NET Core, Kestrel, the runtime, Npgsql, a host's own), added up for the exposition by one listener.
/// </summary>
internal static class ForeignMeters
{
    private static readonly Lock s_gate = new();
    private static volatile MeterListener? s_listener;
    private static long s_reading;

    /// <summary>The families, under their Prometheus names.</summary>
    public static FamilySet Families { get; } = new();

    /// <summary>The number of the reading under way; observed values of an older one are gone.</summary>
    public static long Reading => Volatile.Read(ref s_reading);

    /// <summary>Listens from now on; what was measured before is not known.</summary>
    public static void Start()
    {
        if (s_listener is not null)
        {
            return;
        }

        lock (s_gate)
        {
            if (s_listener is null)
            {
                var listener = Create();
                s_listener = listener;
                listener.Start();
            }
        }
    }

    /// <summary>Asks the observable instruments for their values.</summary>
    public static void Read()
    {
        var reading = Interlocked.Increment(ref s_reading);
        try
        {
            s_listener?.RecordObservableInstruments();
        }
#pragma warning disable CA1031 // Callbacks are foreign code, and a scrape must not fail for one; the listener runs all of them before it throws.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            SelfMetrics.Failed("observe", exception);
        }

        foreach (var family in Families.All)
        {
            family.ForgetUnread(reading);
        }
    }

    private static MeterListener Create()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (!OwnMeter.Owns(instrument) && ForeignInstrument.TryCreate(instrument) is { } state)
                {
                    listener.EnableMeasurementEvents(instrument, state);
                }
            },
        };
        listener.SetMeasurementEventCallback<byte>(static (_, value, tags, state) => ((ForeignInstrument)state!).Record(value, tags));
        listener.SetMeasurementEventCallback<short>(static (_, value, tags, state) => ((ForeignInstrument)state!).Record(value, tags));
        listener.SetMeasurementEventCallback<int>(static (_, value, tags, state) => ((ForeignInstrument)state!).Record(value, tags));
        listener.SetMeasurementEventCallback<long>(static (_, value, tags, state) => ((ForeignInstrument)state!).Record(value, tags));
        listener.SetMeasurementEventCallback<float>(static (_, value, tags, state) => ((ForeignInstrument)state!).Record((double)value, tags));
        listener.SetMeasurementEventCallback<double>(static (_, value, tags, state) => ((ForeignInstrument)state!).Record(value, tags));
        listener.SetMeasurementEventCallback<decimal>(static (_, value, tags, state) => ((ForeignInstrument)state!).Record((double)value, tags));
        return listener;
    }
}
