using System.Runtime.InteropServices;

namespace Instrumentation.Metrics.Cells;

/// <summary>The value of one gauge series, not a number while there is none; as large as a cache line, so that neighbours do not share one.</summary>
[StructLayout(LayoutKind.Explicit, Size = 64)]
internal sealed class GaugeCell : ICell<GaugeCell>
{
    [FieldOffset(0)]
    private double _value = double.NaN;

    public double Value
    {
        get => Volatile.Read(ref _value);
        set => Volatile.Write(ref _value, value);
    }

    public static GaugeCell Create(MetricFamily family) => new();
}
