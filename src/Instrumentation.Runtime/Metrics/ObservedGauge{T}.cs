using System.Runtime.CompilerServices;
using Instrumentation.Metrics.Cells;
using Instrumentation.Metrics.Observed;
using Instrumentation.Weaving;

namespace Instrumentation.Metrics;

/// <summary>A gauge that is read from live objects when the series are read, and at no other time.</summary>
/// <typeparam name="T">Class of the objects.</typeparam>
public sealed class ObservedGauge<T> : Instrument, IObservedSource, IInstanceObserver
    where T : class
{
    private readonly ConditionalWeakTable<T, ObservedInstance> _instances = new();
    private readonly SeriesTable<GaugeCell> _series;
    private readonly Func<T, double> _read;
    private readonly Func<T, long>? _seriesOf;

    internal ObservedGauge(MetricFamily family, Func<T, double> read, Func<T, long>? series, TagDimension[] tags)
        : base(family, tags)
    {
        _series = new SeriesTable<GaugeCell>(this, IndexBound);
        _read = read;
        _seriesOf = series;
        family.Sources.Add(this);
        InstanceObservers.Add(this);
    }

    Type IInstanceObserver.Type => typeof(T);

    /// <summary>Observes an object for as long as it lives; doing so again changes nothing.</summary>
    public void Observe(T instance) => _instances.TryAdd(instance, new ObservedInstance());

    /// <summary>Observes an object no longer.</summary>
    public void Forget(T instance) => _instances.Remove(instance);

    void IInstanceObserver.Observe(object instance) => Observe((T)instance);

    void IInstanceObserver.Forget(object instance) => Forget((T)instance);

    void IObservedSource.Read(Dictionary<GaugeCell, ObservedValues> values)
    {
        foreach (var (instance, registration) in _instances)
        {
            try
            {
                var value = _read(instance);
                if (!double.IsNaN(value))
                {
                    var cell = _series[_seriesOf is null ? 0 : _seriesOf(instance)];
                    values.TryGetValue(cell, out var seen);
                    values[cell] = seen.With(value, registration.Order);
                }
            }
#pragma warning disable CA1031 // A getter of the user's may throw anything, and a scrape must not fail for it.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                CallScope.ExpressionFailed(exception);
            }
        }
    }
}
