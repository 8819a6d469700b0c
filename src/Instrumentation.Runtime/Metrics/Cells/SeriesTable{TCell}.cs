using System.Collections.Concurrent;

namespace Instrumentation.Metrics.Cells;

/// <summary>The cells of an instrument, found by index: an array where the bound is small, a dictionary where most would stay empty.</summary>
internal readonly struct SeriesTable<TCell>
    where TCell : class, ICell<TCell>
{
    private const int MaxDense = 1 << 16;

    private readonly Instrument _owner;
    private readonly TCell?[] _dense;
    private readonly ConcurrentDictionary<long, TCell>? _sparse;

    public SeriesTable(Instrument owner, long bound)
    {
        _owner = owner;
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
            return _sparse.TryGetValue(index, out var known) ? known : _sparse.GetOrAdd(index, Create, this);
        }

        var cell = Create(index, this);
        _dense[index] = cell;
        return cell;
    }

    // The family decides: two instruments that come to the same labels share one cell, so a race here is harmless.
    private static TCell Create(long index, SeriesTable<TCell> table) =>
        (TCell)table._owner.Family.SeriesOf<TCell>(table._owner.LabelsOf(index), table._owner, index).Cell;
}
