using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Instrumentation.Exposition;
using Instrumentation.Metrics.Cells;
using Instrumentation.Metrics.Meters;
using Instrumentation.Metrics.Observed;

namespace Instrumentation.Metrics;

/// <summary>All series of one metric name.</summary>
internal sealed class MetricFamily(string name, MetricKind kind, string description, string? unit, double[] bounds, GaugeAggregate aggregate = default)
{
    private readonly ConcurrentDictionary<byte[], Series> _series = new(LabelsComparer.Instance);
    private readonly ConcurrentDictionary<string, bool> _declared = new(StringComparer.Ordinal);
    private Snapshot _snapshot = new(Version: 0, []);
    private int _version;
    private long _seriesBound;
    private Action? _readFirst;

    /// <summary>The name as Prometheus allows it.</summary>
    public string Name { get; } = PrometheusNames.Metric(name);

    /// <summary>The name as it was declared.</summary>
    public string DeclaredName { get; } = name;

    public MetricKind Kind { get; } = kind;

    public string Description { get; } = description;

    /// <summary>Unit of the values in words that Prometheus uses; null where none is known.</summary>
    public string? Unit { get; } = unit ?? PrometheusUnits.OfName(name);

    /// <summary>The most series that the declarations of the metric can have together.</summary>
    public long SeriesBound => Interlocked.Read(ref _seriesBound);

    /// <summary>Upper bounds of the buckets, inclusive, ascending, without <c>+Inf</c>; for histograms.</summary>
    public double[] Bounds { get; } = bounds;

    /// <summary>How values with the same labels are put together, for observed gauges.</summary>
    public GaugeAggregate Aggregate { get; } = aggregate;

    /// <summary>Where the values come from, for observed gauges.</summary>
    public ObservedSources Sources { get; } = new();

    /// <summary>What <see cref="System.Diagnostics.Metrics"/> is told of each recorded value; null where nobody can listen.</summary>
    public Histogram<double>? Listened { get; private set; }

    /// <summary>The parts of the exposition that never change.</summary>
    public FamilyText Text => field ??= new FamilyText(this);

    /// <summary>The label that samples carry besides the declared ones.</summary>
    public string? ReservedLabel => Kind switch
    {
        MetricKind.Histogram => "le",
        MetricKind.Summary => "quantile",
        _ => null,
    };

    /// <summary>The series in the order of their labels, so that two scrapes of the same state are the same text. Observed gauges are read now.</summary>
    public Series[] Read()
    {
        _readFirst?.Invoke();
        Sources.Read(this);
        return Sorted();
    }

    /// <summary>Lets a sum that is kept elsewhere be looked up before the series are read.</summary>
    public void ReadFirst(Action read)
    {
        Action? seen;
        do
        {
            seen = Volatile.Read(ref _readFirst);
        }
        while (Interlocked.CompareExchange(ref _readFirst, seen + read, seen) != seen);
    }

    /// <summary>The series in the order of their labels; the same array as long as none was added.</summary>
    public Series[] Sorted()
    {
        var version = Volatile.Read(ref _version);
        var snapshot = Volatile.Read(ref _snapshot);
        if (snapshot.Version != version)
        {
            // A series that is added meanwhile may be in it or not; the version says "not", so that the next reader looks again.
            snapshot = new Snapshot(version, [.. _series.Select(static pair => pair.Value)]);
            Array.Sort(snapshot.Series, LabelsComparer.Instance);
            Volatile.Write(ref _snapshot, snapshot);
        }

        return snapshot.Series;
    }

    /// <summary>Makes room for the series of one more declaration; there is room for the same tags with the same values already.</summary>
    public void Widen(TagDimension[] tags)
    {
        if (DeclaredSeries.Text(tags) is { } series && !_declared.TryAdd(series, true))
        {
            return;
        }

        var bound = Instrument.BoundOf(tags);
        long seen;
        do
        {
            seen = SeriesBound;
        }
        while (Interlocked.CompareExchange(ref _seriesBound, bound > long.MaxValue - seen ? long.MaxValue : seen + bound, seen) != seen);
    }

    public bool Agrees(MetricKind kind, string? unit, double[] bounds, GaugeAggregate aggregate) =>
        Kind == kind && Unit == unit && Bounds.AsSpan().SequenceEqual(bounds) && Aggregate == aggregate;

    /// <summary>Shows the family to listeners of <see cref="System.Diagnostics.Metrics"/>.</summary>
    public void Publish() => Listened = OwnMeter.Publish(this);

    /// <summary>Empties the observed series that were not read lately.</summary>
    public void ForgetUnread(long reading)
    {
        foreach (var series in Sorted())
        {
            (series.Cell as ObservedCell)?.ForgetUnread(reading);
        }
    }

    /// <summary>The series of a label set; the first that asks creates it.</summary>
    public Series SeriesOf<TCell>(byte[] labels, Instrument? owner = null, long index = 0)
        where TCell : class, ICell<TCell>
    {
        if (_series.TryGetValue(labels, out var known))
        {
            return known;
        }

        var series = new Series(labels, TCell.Create(this), owner, index);
        if (!_series.TryAdd(labels, series))
        {
            return _series[labels];
        }

        Interlocked.Increment(ref _version);
        return series;
    }

    private sealed record Snapshot(int Version, Series[] Series);
}
