using System.Runtime.CompilerServices;

namespace Instrumentation.Metrics.Observed;

/// <summary>Which observed gauges watch the instances of a class, its base classes' included.</summary>
internal static class InstanceObservers
{
    private static readonly Lock s_gate = new();
    private static volatile IInstanceObserver[] s_all = [];
    private static volatile ConditionalWeakTable<Type, IInstanceObserver[]> s_byClass = new();

    public static void Add(IInstanceObserver observer)
    {
        lock (s_gate)
        {
            // In this order: who sees the new table also sees the new observer.
            s_all = [.. s_all, observer];
            s_byClass = new ConditionalWeakTable<Type, IInstanceObserver[]>();
        }
    }

    /// <summary>The observers of a class's instances.</summary>
    public static IInstanceObserver[] Of(Type type)
    {
        var table = s_byClass;
        return table.TryGetValue(type, out var known)
            ? known
            : table.GetValue(type, static instance => [.. s_all.Where(observer => observer.Type.IsAssignableFrom(instance))]);
    }

    /// <summary>Whether something that is asked for as the service may be an observed object.</summary>
    public static bool MayServe(Type service) =>
        s_all.Any(observer => observer.Type.IsAssignableFrom(service) || service.IsAssignableFrom(observer.Type));
}
