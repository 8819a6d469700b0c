namespace Instrumentation.Metrics.Cells;

/// <summary>A value that an observable instrument gave, and in which reading; not a number once a reading has gone by without one.</summary>
internal sealed class ObservedCell : ICell<ObservedCell>
{
    private double _value = double.NaN;
    private long _reading;

    public double Value => Volatile.Read(ref _value);

    public static ObservedCell Create(MetricFamily family) => new();

    public void Set(double value, long reading)
    {
        Volatile.Write(ref _reading, reading);
        Volatile.Write(ref _value, value);
    }

    public void ForgetUnread(long reading)
    {
        if (Volatile.Read(ref _reading) < reading)
        {
            Volatile.Write(ref _value, double.NaN);
        }
    }
}
