using Instrumentation.Metrics.Cells;

namespace Instrumentation.Metrics.Observed;

/// <summary>The declarations of one observed gauge, read together: their objects may have the same tags.</summary>
internal sealed class ObservedSources
{
    private IObservedSource[] _sources = [];
    private Dictionary<GaugeCell, ObservedValues>? _spare;

    public void Add(IObservedSource source)
    {
        IObservedSource[] seen;
        do
        {
            seen = Volatile.Read(ref _sources);
        }
        while (Interlocked.CompareExchange(ref _sources, [.. seen, source], seen) != seen);
    }

    /// <summary>Reads every live object into its series; a series that no object speaks for any more is emptied.</summary>
    public void Read(MetricFamily family)
    {
        var sources = Volatile.Read(ref _sources);
        if (sources.Length == 0)
        {
            return;
        }

        // No lock: getters are foreign code, and one that waited for another reader would wait for ever. Readers at the same time each publish what they found.
        var values = Interlocked.Exchange(ref _spare, null) ?? [];
        foreach (var source in sources)
        {
            source.Read(values);
        }

        // Enumerated only now: reading has made the series of new values.
        foreach (var series in family.Sorted())
        {
            var cell = (GaugeCell)series.Cell;
            cell.Value = values.TryGetValue(cell, out var found) ? found.As(family.Aggregate) : double.NaN;
        }

        values.Clear();
        Volatile.Write(ref _spare, values);
    }
}
