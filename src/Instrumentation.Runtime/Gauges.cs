using Instrumentation.Metrics.Observed;

namespace Instrumentation;

/// <summary>Registers objects whose properties or methods are observed gauges (<see cref="MetricGaugeAttribute"/>) and that no container makes.</summary>
/// <example>
/// <code>
/// public ConnectionPool() =&gt; Gauges.Observe(this);
/// </code>
/// </example>
public static class Gauges
{
    /// <summary>Observes an object's gauges for as long as it lives; it is held weakly. Doing so again, or without a gauge, changes nothing.</summary>
    /// <param name="instance">The object.</param>
    /// <exception cref="ArgumentNullException"><paramref name="instance"/> is null.</exception>
    public static void Observe(object instance)
    {
        ArgumentNullException.ThrowIfNull(instance);
        foreach (var observer in InstanceObservers.Of(instance.GetType()))
        {
            observer.Observe(instance);
        }
    }

    /// <summary>Observes an object no longer, though it may live on; for its <c>Dispose</c>.</summary>
    /// <param name="instance">The object.</param>
    /// <exception cref="ArgumentNullException"><paramref name="instance"/> is null.</exception>
    public static void Forget(object instance)
    {
        ArgumentNullException.ThrowIfNull(instance);
        foreach (var observer in InstanceObservers.Of(instance.GetType()))
        {
            observer.Forget(instance);
        }
    }
}
