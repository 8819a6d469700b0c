using System.Diagnostics.Metrics;
using Instrumentation.Diagnostics;
using Instrumentation.Metrics.Cells;

namespace Instrumentation.Metrics.Meters;

/// <summary>
/// Our instruments for listeners of <see cref="System.Diagnostics.Metrics"/>: the OpenTelemetry SDK, dotnet-counters, Aspire. There is one meter in the
/// process, because declarations of several assemblies may share a name. Counters and gauges are observed from the cells; histograms are
/// recorded a second time, while somebody listens.
/// </summary>
internal static class OwnMeter
{
    public const string Name = "Instrumentation";

    private static readonly Meter s_meter = new(Name, typeof(OwnMeter).Assembly.GetName().Version?.ToString(3));
    private static readonly ListenerWatch s_watch = new(TimeSpan.FromSeconds(1), static () => MetricRegistry.IsCollecting, static () => MetricRegistry.StartRecording());
    private static volatile System.Diagnostics.Metrics.Instrument? s_probe;

    /// <summary>
    /// Whether somebody listens to the meter. There is no event for that, so the first instrument is asked: who listens to the meter listens to it too.
    /// A listener to some other instrument alone is noticed within a second.
    /// </summary>
    public static bool IsListened => s_probe is { Enabled: true };

    public static bool Owns(System.Diagnostics.Metrics.Instrument instrument) => ReferenceEquals(instrument.Meter, s_meter);

    /// <summary>Shows a family to listeners.</summary>
    /// <returns>What histograms and summaries are recorded to; null for the other kinds, which are observed.</returns>
    public static Histogram<double>? Publish(MetricFamily family)
    {
        try
        {
            var instrument = Create(family);
            s_probe ??= instrument;
            if (instrument.Enabled)
            {
                MetricRegistry.StartRecording();
            }

            s_watch.Add(instrument);

            return instrument as Histogram<double>;
        }
#pragma warning disable CA1031 // Listeners are told of a new instrument, on this thread: foreign code, and telemetry never throws into user code.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            SelfMetrics.Failed("publish", exception);
            return null;
        }
    }

    private static System.Diagnostics.Metrics.Instrument Create(MetricFamily family)
    {
        var unit = PrometheusUnits.Abbreviation(family.Unit);
        return family.Kind switch
        {
            MetricKind.Counter => s_meter.CreateObservableCounter(family.DeclaredName, () => Counts(family), unit, family.Description),
            MetricKind.UpDownCounter => s_meter.CreateObservableUpDownCounter(family.DeclaredName, () => Counts(family), unit, family.Description),
            MetricKind.Histogram or MetricKind.Summary => s_meter.CreateHistogram(
                family.DeclaredName, unit, family.Description, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = family.Bounds }),
            _ => s_meter.CreateObservableGauge(family.DeclaredName, () => Values(family), unit, family.Description),
        };
    }

    // As double, whatever is added: one declaration of a name may add whole numbers and a later one fractions, and an instrument keeps its type.
    private static IEnumerable<Measurement<double>> Counts(MetricFamily family)
    {
        MetricRegistry.StartRecording();
        foreach (var series in family.Read())
        {
            var cell = (CounterCell)series.Cell;
            yield return new Measurement<double>(cell.WholeSum + cell.FractionalPart, series.Tags);
        }
    }

    private static IEnumerable<Measurement<double>> Values(MetricFamily family)
    {
        MetricRegistry.StartRecording();
        foreach (var series in family.Read())
        {
            if (series.Cell is GaugeCell { Value: var value } && !double.IsNaN(value))
            {
                yield return new Measurement<double>(value, series.Tags);
            }
        }
    }
}
