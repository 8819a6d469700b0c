using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Instrumentation.Metrics.Cells;

/// <summary>
/// The sums of one series. A thread that has recorded it before adds to numbers of its own, its stripe, with plain stores; the others, and all where
/// memory for stripes has run out, share one set and pay for locked instructions. The sum over both is exact at any time.
/// </summary>
internal abstract class StripedCell(int values)
{
    /// <summary>What all stripes of the process may take; enough for some hundred thousand, and a bound where many threads meet many series.</summary>
    public const long MaxStripeBytes = 16 << 20;

    /// <summary>
    /// Numbers before those of a stripe that keep the object in front off their cache line: it may be one that all threads read, such as the list of stripes.
    /// With the array's own header they fill a line.
    /// </summary>
    protected const int Lead = 6;

    /// <summary>Numbers behind them, for the object behind.</summary>
    private const int Tail = 7;

    private static long s_stripeBytes;

    private readonly long[] _shared = new long[values];
    private long[]?[] _stripes = [];
    private ExemplarSlot?[] _exemplars = [];
    private HistogramCell[] _parts = [];

    /// <summary>Cells of histograms whose recordings belong to this series too.</summary>
    protected HistogramCell[] Parts => Volatile.Read(ref _parts);

    /// <summary>The calling thread's numbers, from <see cref="Lead"/> on, which nobody else writes; null where it has none.</summary>
    protected long[]? Stripe
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var stripes = _stripes;
            var slot = ThreadSlot.Current;
            return (uint)slot < (uint)stripes.Length ? stripes[slot] : null;
        }
    }

    /// <summary>What all add to that have no stripe.</summary>
    protected long[] Shared => _shared;

    /// <summary>From now on a histogram's recordings belong to this series too.</summary>
    public void Join(HistogramCell part)
    {
        lock (_shared)
        {
            Volatile.Write(ref _parts, [.. _parts, part]);
        }
    }

    /// <summary>One of the sums.</summary>
    protected long Sum(int index)
    {
        var sum = Interlocked.Read(ref _shared[index]);
        foreach (var stripe in Volatile.Read(ref _stripes))
        {
            sum += stripe is null ? 0 : Volatile.Read(ref stripe[Lead + index]);
        }

        return sum;
    }

    /// <summary>One of the sums, where it is kept as the bits of a <see cref="double"/>.</summary>
    protected double FractionalSum(int index)
    {
        var sum = BitConverter.Int64BitsToDouble(Interlocked.Read(ref _shared[index]));
        foreach (var stripe in Volatile.Read(ref _stripes))
        {
            sum += stripe is null ? 0 : BitConverter.Int64BitsToDouble(Volatile.Read(ref stripe[Lead + index]));
        }

        return sum;
    }

    /// <summary>Adds to the bits of a <see cref="double"/> that several threads write.</summary>
    protected static void AddShared(ref long bits, double value)
    {
        var seen = Volatile.Read(ref bits);
        while (true)
        {
            var before = Interlocked.CompareExchange(ref bits, BitConverter.DoubleToInt64Bits(BitConverter.Int64BitsToDouble(seen) + value), seen);
            if (before == seen)
            {
                return;
            }

            seen = before;
        }
    }

    /// <summary>Adds to the bits of a <see cref="double"/> of the thread's own stripe.</summary>
    protected static void AddOwned(ref long bits, double value) =>
        Volatile.Write(ref bits, BitConverter.DoubleToInt64Bits(BitConverter.Int64BitsToDouble(bits) + value));

    /// <summary>Adds to a number of the thread's own stripe.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void AddOwned(ref long number, long value) => Volatile.Write(ref number, number + value);

    /// <summary>Called after a recording without a stripe: gives the thread one, for the next.</summary>
    protected void NoteSharedAdd()
    {
        if (Volatile.Read(ref s_stripeBytes) < MaxStripeBytes && ThreadSlot.Take())
        {
            AddStripe(ThreadSlot.Current);
        }
    }

    /// <summary>Keeps a recording and its trace as an example; allocates only the first time.</summary>
    /// <param name="place">0, or the bucket.</param>
    /// <param name="places">How many there are.</param>
    /// <param name="value">What was recorded.</param>
    /// <param name="activity">The sampled span.</param>
    protected void KeepExemplar(int place, int places, double value, Activity activity)
    {
        var slots = Volatile.Read(ref _exemplars);
        if (slots.Length == 0)
        {
            var seen = Interlocked.CompareExchange(ref _exemplars, new ExemplarSlot?[places], slots);
            slots = seen.Length == 0 ? Volatile.Read(ref _exemplars) : seen;
        }

        var slot = Volatile.Read(ref slots[place]) ?? Interlocked.CompareExchange(ref slots[place], new ExemplarSlot(), comparand: null) ?? slots[place]!;
        slot.Offer(value, activity);
    }

    /// <summary>The example kept at a place; false where there is none.</summary>
    public bool TryReadExemplar(int place, out Exemplar exemplar)
    {
        var slots = Volatile.Read(ref _exemplars);
        exemplar = default;
        return place < slots.Length && Volatile.Read(ref slots[place])?.TryRead(out exemplar) == true;
    }

    private void AddStripe(int slot)
    {
        lock (_shared)
        {
            var stripes = _stripes;
            if (slot >= stripes.Length)
            {
                Array.Resize(ref stripes, slot + 1);
            }

            stripes[slot] ??= new long[Lead + _shared.Length + Tail];
            Interlocked.Add(ref s_stripeBytes, (Lead + _shared.Length + Tail + slot) * sizeof(long));
            Volatile.Write(ref _stripes, stripes);
        }
    }
}
