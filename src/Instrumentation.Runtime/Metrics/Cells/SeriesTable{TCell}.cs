using System.Collections.Concurrent;

namespace Instrumentation.Metrics.Cells;

/// <summary>The cells of an instrument, found by index: an array where the bound is small, a dictionary where most would stay empty.</summary>
internal readonly struct SeriesTable<TCell>
    where TCell : class, ICell<TCell>
{
    private const int MaxDense = 1 << 16;

    private readonly Func<long, TCell> _create;
    private readonly TCell?[] _dense;
    private readonly ConcurrentDictionary<long, TCell>? _sparse;

    /// <summary>Cells of the family's series: two instruments that come to the same labels share one.</summary>
    public SeriesTable(Instrument owner, long bound)
        : this(bound, index => (TCell)owner.Family.SeriesOf<TCell>(owner.LabelsOf(index), owner, index).Cell)
    {
    }

    /// <summary>Cells that are made otherwise; one that is made and not used does no harm.</summary>
    public SeriesTable(long bound, Func<long, TCell> create)
    {
        _create = create;
        _dense = bound <= MaxDense ? new TCell?[bound] : [];
        _sparse = bound <= MaxDense ? null : new ConcurrentDictionary<long, TCell>();
    }

    public TCell this[long index]
    {
        get
        {
            var dense = _dense;
            return (ulong)index < (ulong)dense.Length && dense[index] is { } cell ? cell : Find(index);
        }
    }

    private TCell Find(long index)
    {
        if (_sparse is not null)
        {
            return _sparse.TryGetValue(index, out var known) ? known : _sparse.GetOrAdd(index, _create);
        }

        // The first one stays: what a thread has added to it is not lost to another thread that makes one, too.
        var cell = _create(index);
        return Interlocked.CompareExchange(ref _dense[index], cell, comparand: null) ?? cell;
    }
}
