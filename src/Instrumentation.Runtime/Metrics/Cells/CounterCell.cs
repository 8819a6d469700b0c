using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Instrumentation.Metrics.Cells;

/// <summary>The sum of one counter series.</summary>
internal sealed class CounterCell() : StripedCell(values: 2), ICell<CounterCell>
{
    // Whole numbers and fractions apart: adding one to the first is one instruction and stays exact beyond 2^53.
    private const int Whole = 0;
    private const int Fractional = 1;

    /// <summary>The sum of the whole numbers.</summary>
    public long WholeSum
    {
        get
        {
            var sum = Sum(Whole);
            foreach (var part in Parts)
            {
                sum += part.Count;
            }

            return sum;
        }
    }

    /// <summary>The sum of the fractions; 0 where none was ever added.</summary>
    public double FractionalPart => FractionalSum(Fractional);

    public static CounterCell Create(MetricFamily family) => new();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(long delta)
    {
        if (Stripe is { } stripe)
        {
            AddOwned(ref stripe[Lead + Whole], delta);
        }
        else
        {
            AddShared(delta);
        }
    }

    public void Add(double delta)
    {
        if (Stripe is { } stripe)
        {
            AddOwned(ref stripe[Lead + Fractional], delta);
        }
        else
        {
            AddShared(ref Shared[Fractional], delta);
            NoteSharedAdd();
        }
    }

    public void KeepExemplar(double value, Activity activity) => KeepExemplar(place: 0, places: 1, value, activity);

    private void AddShared(long delta)
    {
        Interlocked.Add(ref Shared[Whole], delta);
        NoteSharedAdd();
    }
}
