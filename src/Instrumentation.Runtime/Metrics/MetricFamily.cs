using System.Collections.Concurrent;
using Instrumentation.Metrics.Cells;
using Instrumentation.Metrics.Observed;

namespace Instrumentation.Metrics;

/// <summary>All series of one metric name.</summary>
internal sealed class MetricFamily(string name, MetricKind kind, string description, double[] bounds, GaugeAggregate aggregate)
{
    private readonly ConcurrentDictionary<string, Series> _series = new(StringComparer.Ordinal);

    public string Name { get; } = name;

    public MetricKind Kind { get; } = kind;

    public string Description { get; } = description;

    /// <summary>Upper bounds of the buckets, for histograms.</summary>
    public double[] Bounds { get; } = bounds;

    /// <summary>How values with the same labels are put together, for observed gauges.</summary>
    public GaugeAggregate Aggregate { get; } = aggregate;

    /// <summary>Where the values come from, for observed gauges.</summary>
    public ObservedSources Sources { get; } = new();

    /// <summary>The series in the order of their labels, so that two scrapes of the same state are the same text. Observed gauges are read now.</summary>
    public IEnumerable<Series> Read()
    {
        Sources.Read(Aggregate, _series);
        return _series.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => pair.Value);
    }

    public bool Agrees(MetricKind kind, double[] bounds, GaugeAggregate aggregate) =>
        Kind == kind && Bounds.AsSpan().SequenceEqual(bounds) && Aggregate == aggregate;

    /// <summary>The cell of a label set; the first that asks creates it.</summary>
    public TCell CellOf<TCell>(string labels, Instrument owner)
        where TCell : class, ICell<TCell> =>
        (TCell)_series.GetOrAdd(labels, static (text, instrument) => new Series(text, TCell.Create(instrument)), owner).Cell;
}
