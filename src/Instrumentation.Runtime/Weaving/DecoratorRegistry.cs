using System.Collections.Concurrent;

namespace Instrumentation.Weaving;

/// <summary>The generated decorators of the process, filled by the registrars of its assemblies.</summary>
public static class DecoratorRegistry
{
    private static readonly ConcurrentDictionary<Type, Decorator> s_byImplementation = new();
    private static readonly ConcurrentDictionary<Type, bool> s_services = new();

    /// <summary>Adds a decorator; adding it again changes nothing.</summary>
    /// <param name="implementation">The instrumented class.</param>
    /// <param name="wrap">Makes a decorator around an instance; the flag says whether disposing the decorator disposes the instance.</param>
    /// <param name="services">The interfaces that the decorator stands in for.</param>
    public static void Add(Type implementation, Func<object, bool, object> wrap, params Type[] services)
    {
        ArgumentNullException.ThrowIfNull(services);
        s_byImplementation.TryAdd(implementation, new Decorator(wrap, services));
        foreach (var service in services)
        {
            s_services.TryAdd(service, value: true);
        }
    }

    /// <summary>Whether some decorator stands in for the service.</summary>
    internal static bool Serves(Type service) => s_services.ContainsKey(service);

    /// <summary>Whether instances of the class are decorated when they are asked for as the service.</summary>
    internal static bool Serves(Type service, Type implementation) =>
        s_byImplementation.TryGetValue(implementation, out var decorator) && decorator.Services.Contains(service);

    /// <summary>The decorated instance, or the instance itself where its class has no decorator for the service.</summary>
    internal static object Wrap(Type service, object instance, bool owned) =>
        s_byImplementation.TryGetValue(instance.GetType(), out var decorator) && decorator.Services.Contains(service)
            ? decorator.Wrap(instance, owned)
            : instance;

    private sealed record Decorator(Func<object, bool, object> Wrap, Type[] Services);
}
