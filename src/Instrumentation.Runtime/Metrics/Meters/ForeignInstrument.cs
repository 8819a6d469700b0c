using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Instrumentation.Diagnostics;
using Instrumentation.Metrics.Cells;

namespace Instrumentation.Metrics.Meters;

/// <summary>One instrument of another meter: finds the series of a measurement by its tags, without allocating once the series exists.</summary>
internal sealed class ForeignInstrument
{
    /// <summary>Series of one instrument that are shown one by one, as many as the OpenTelemetry SDK shows by default; later ones are one series.</summary>
    public const int MaxSeries = 2000;

    /// <summary>Tag sets that are remembered: more than series, because the same tags may come in several orders.</summary>
    private const int MaxTagSets = 4 * MaxSeries;

    private readonly ConcurrentDictionary<KeyValuePair<string, object?>[], Series> _series = new(TagSetComparer.Instance);
    private readonly ConcurrentDictionary<KeyValuePair<string, object?>[], Series>.AlternateLookup<ReadOnlySpan<KeyValuePair<string, object?>>> _lookup;
    private readonly HashSet<Series> _shown = [];
    private readonly Lock _gate = new();
    private readonly MetricFamily _family;
    private readonly ForeignKind _kind;
    private readonly string _name;
    private readonly string _meter;
    private readonly (string Name, string Value)[] _scope;
    private Counter? _overflow;

    private ForeignInstrument(MetricFamily family, ForeignKind kind, System.Diagnostics.Metrics.Instrument instrument)
    {
        _lookup = _series.GetAlternateLookup<ReadOnlySpan<KeyValuePair<string, object?>>>();
        _family = family;
        _kind = kind;
        _name = instrument.Name;
        _meter = instrument.Meter.Name;
        _scope = ForeignNames.Scope(instrument.Meter);
    }

    /// <summary>The state for an instrument; null where it cannot be shown.</summary>
    public static ForeignInstrument? TryCreate(System.Diagnostics.Metrics.Instrument instrument)
    {
        try
        {
            return ForeignNames.KindOf(instrument) is { } kind && ForeignMeters.Families.Find(ForeignNames.Family(instrument, kind)) is { } family
                ? new ForeignInstrument(family, kind, instrument)
                : null;
        }
#pragma warning disable CA1031 // Runs inside the constructor of a foreign instrument, and telemetry never throws into user code.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            SelfMetrics.Failed("foreign instrument", exception);
            return null;
        }
    }

    public void Record(long value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (_kind is not (ForeignKind.Counter or ForeignKind.UpDownCounter))
        {
            Record((double)value, tags);
        }
        else if ((value >= 0 || _kind == ForeignKind.UpDownCounter) && SeriesOf(tags)?.Cell is CounterCell cell)
        {
            cell.Add(value);
            KeepExemplar(cell, value);
        }
    }

    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        // Sums that took one of these would never be a number again.
        if (!double.IsFinite(value) && _kind is ForeignKind.Counter or ForeignKind.UpDownCounter || double.IsNaN(value))
        {
            return;
        }

        switch (SeriesOf(tags)?.Cell)
        {
            case CounterCell cell when value >= 0 || _kind == ForeignKind.UpDownCounter:
                cell.Add(value);
                KeepExemplar(cell, value);
                break;
            case HistogramCell cell:
                var bucket = Buckets.IndexOf(_family.Bounds, value);
                cell.Add(bucket, value);
                if (Exemplars.Current is { } activity)
                {
                    cell.KeepExemplar(bucket, value, activity);
                }

                break;
            case GaugeCell cell:
                cell.Value = value;
                break;
            case ObservedCell cell:
                cell.Set(value, ForeignMeters.Reading);
                break;
        }
    }

    private void KeepExemplar(CounterCell cell, double value)
    {
        if (_kind == ForeignKind.Counter && Exemplars.Current is { } activity)
        {
            cell.KeepExemplar(value, activity);
        }
    }

    private Series? SeriesOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        try
        {
            return _lookup.TryGetValue(tags, out var known) ? known : Add(tags);
        }
#pragma warning disable CA1031 // A tag's value is a foreign object, which may throw when it is compared or printed.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            SelfMetrics.Failed("foreign tag", exception);
            return null;
        }
    }

    private Series Add(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        lock (_gate)
        {
            if (_lookup.TryGetValue(tags, out var known))
            {
                return known;
            }

            if (_shown.Count < MaxSeries && _series.Count < MaxTagSets)
            {
                var key = tags.ToArray();
                var series = Find([.. ForeignNames.Labels(key), .. _scope]);
                _shown.Add(series);
                _series[key] = series;
                return series;
            }
        }

        return Overflow();
    }

    private Series Overflow()
    {
        if (_overflow is null)
        {
            InstrumentationEventSource.Log.SeriesLimitReached(_name, _meter);
            _overflow = SelfMetrics.Overflow(_family.Name, "otel_metric_overflow");
        }

        _overflow.Add(0, 1);
        return Find([("otel_metric_overflow", "true"), .. _scope]);
    }

    private Series Find((string Name, string Value)[] labels)
    {
        var text = LabelText.Encode(labels, _family.ReservedLabel);
        return _kind switch
        {
            ForeignKind.Counter or ForeignKind.UpDownCounter => _family.SeriesOf<CounterCell>(text),
            ForeignKind.Histogram => _family.SeriesOf<HistogramCell>(text),
            ForeignKind.Gauge => _family.SeriesOf<GaugeCell>(text),
            _ => _family.SeriesOf<ObservedCell>(text),
        };
    }
}
