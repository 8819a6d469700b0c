using System.Runtime.InteropServices;

namespace Instrumentation.Metrics.Observed;

/// <summary>What the objects with the same tags gave in one reading.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ObservedValues(int Count, double Sum, double Min, double Max, double Last, long LastOrder)
{
    public ObservedValues With(double value, long order) =>
        Count == 0
            ? new ObservedValues(1, value, value, value, value, order)
            : new ObservedValues(
                Count + 1,
                Sum + value,
                Math.Min(Min, value),
                Math.Max(Max, value),
                order > LastOrder ? value : Last,
                Math.Max(order, LastOrder));

    public double As(GaugeAggregate aggregate) => aggregate switch
    {
        GaugeAggregate.Min => Min,
        GaugeAggregate.Max => Max,
        GaugeAggregate.Average => Sum / Count,
        GaugeAggregate.Last => Last,
        _ => Sum,
    };
}
