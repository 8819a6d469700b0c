using System.Collections.Concurrent;
using Instrumentation.Metrics.Cells;

namespace Instrumentation.Metrics;

/// <summary>All series of one metric name.</summary>
internal sealed class MetricFamily(string name, MetricKind kind, string description, double[] bounds)
{
    private readonly ConcurrentDictionary<string, Series> _series = new(StringComparer.Ordinal);

    public string Name { get; } = name;

    public MetricKind Kind { get; } = kind;

    public string Description { get; } = description;

    /// <summary>Upper bounds of the buckets, for histograms.</summary>
    public double[] Bounds { get; } = bounds;

    /// <summary>The series in the order of their labels, so that two scrapes of the same state are the same text.</summary>
    public IEnumerable<Series> Series =>
        _series.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => pair.Value);

    public bool Agrees(MetricKind kind, double[] bounds) => Kind == kind && Bounds.AsSpan().SequenceEqual(bounds);

    /// <summary>The cell of a label set; the first that asks creates it.</summary>
    public TCell CellOf<TCell>(string labels, Instrument owner)
        where TCell : class, ICell<TCell> =>
        (TCell)_series.GetOrAdd(labels, static (text, instrument) => new Series(text, TCell.Create(instrument)), owner).Cell;
}
