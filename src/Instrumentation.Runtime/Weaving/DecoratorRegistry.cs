using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Instrumentation.Weaving;

/// <summary>The generated decorators of the process, filled by the registrars of its assemblies.</summary>
public static class DecoratorRegistry
{
    private static readonly ConcurrentDictionary<Type, Decorator> s_byImplementation = new();
    private static readonly ConcurrentDictionary<Type, GenericDecorator> s_byDefinition = new();
    private static readonly ConcurrentDictionary<Type, bool> s_services = new();

    /// <summary>Adds a decorator; adding it again changes nothing.</summary>
    /// <param name="implementation">The instrumented class.</param>
    /// <param name="wrap">Makes a decorator around an instance; the flag says whether disposing the decorator disposes the instance.</param>
    /// <param name="services">The interfaces that the decorator stands in for.</param>
    public static void Add(Type implementation, Func<object, bool, object> wrap, params Type[] services)
    {
        ArgumentNullException.ThrowIfNull(services);
        s_byImplementation.TryAdd(implementation, new Decorator(wrap, services));
        AddServices(services);
    }

    /// <summary>Adds the decorator of a generic class; adding it again changes nothing.</summary>
    /// <param name="implementation">The class without type arguments: <c>typeof(Repository&lt;&gt;)</c>.</param>
    /// <param name="decorator">The decorator without type arguments, with the type parameters of the class and a constructor that takes an instance and whether it owns it.</param>
    /// <param name="services">The interfaces that the decorator stands in for, without type arguments where those depend on the class's.</param>
    public static void AddGeneric(
        Type implementation,
        [DynamicallyAccessedMembers(GenericDecorator.Constructors)] Type decorator,
        params Type[] services)
    {
        ArgumentNullException.ThrowIfNull(services);
        s_byDefinition.TryAdd(implementation, new GenericDecorator(decorator, services));
        AddServices(services);
    }

    /// <summary>Whether some decorator stands in for the service.</summary>
    internal static bool Serves(Type service) => s_services.ContainsKey(Definition(service));

    /// <summary>Whether instances of the class are decorated when they are asked for as the service.</summary>
    internal static bool Serves(Type service, Type implementation) => Find(implementation) is { } decorator && decorator.StandsFor(service, implementation);

    /// <summary>The decorated instance, or the instance itself where its class has no decorator for the service.</summary>
    internal static object Wrap(Type service, object instance, bool owned) =>
        Find(instance.GetType()) is { } decorator && decorator.StandsFor(service, instance.GetType())
            ? decorator.Wrap(instance, owned)
            : instance;

    /// <summary>The decorator of a generic class that is registered without type arguments; null where there is none for the service.</summary>
    internal static GenericDecorator? Open(Type service, Type implementation) =>
        s_byDefinition.TryGetValue(implementation, out var decorator) && decorator.Services.Contains(service) ? decorator : null;

    private static Decorator? Find(Type implementation)
    {
        if (s_byImplementation.TryGetValue(implementation, out var decorator))
        {
            return decorator;
        }

        return implementation is { IsGenericType: true, IsGenericTypeDefinition: false }
            && s_byDefinition.TryGetValue(implementation.GetGenericTypeDefinition(), out var open)
            && open.Close(implementation) is { } closed
                ? s_byImplementation.GetOrAdd(implementation, closed)
                : null;
    }

    private static void AddServices(Type[] services)
    {
        foreach (var service in services)
        {
            s_services.TryAdd(Definition(service), value: true);
        }
    }

    // A service may be asked for by other type arguments than it is listed with: by those of the class, or by variance.
    private static Type Definition(Type service) => service is { IsGenericType: true, IsGenericTypeDefinition: false } ? service.GetGenericTypeDefinition() : service;
}
