using System.Runtime.InteropServices;

namespace Instrumentation.Metrics.Cells;

/// <summary>The sum of one counter series; as large as a cache line, so that neighbours do not share one.</summary>
[StructLayout(LayoutKind.Explicit, Size = 64)]
internal sealed class CounterCell : ICell<CounterCell>
{
    [FieldOffset(0)]
    private long _sum;

    public long Sum => Interlocked.Read(ref _sum);

    public static CounterCell Create(Instrument owner) => new();

    public void Add(long delta) => Interlocked.Add(ref _sum, delta);
}
