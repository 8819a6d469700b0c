using System.Diagnostics.CodeAnalysis;
using Instrumentation.Metrics.Observed;
using Microsoft.Extensions.DependencyInjection;

namespace Instrumentation.Hosting;

/// <summary>Observes the gauges of every instance that the container makes; lifetime, key and disposal stay as they are.</summary>
/// <remarks>Decorated services are observed where they are decorated.</remarks>
internal static class ServiceObservation
{
    public static void Apply(IServiceCollection services)
    {
        for (var i = services.Count - 1; i >= 0; i--)
        {
            var descriptor = services[i];
            if (ServiceDecoration.IsDecorated(descriptor) || IsObserved(descriptor) || descriptor.ServiceKey is InnerKey)
            {
                continue;
            }

            if ((descriptor.IsKeyedService ? descriptor.KeyedImplementationInstance : descriptor.ImplementationInstance) is { } instance)
            {
                Gauges.Observe(instance);
            }
            else if ((descriptor.IsKeyedService ? descriptor.KeyedImplementationType : descriptor.ImplementationType) is { } type)
            {
                AroundType(services, i, type);
            }
            else if (InstanceObservers.MayServe(descriptor.ServiceType))
            {
                services[i] = AroundFactory(descriptor);
            }
        }
    }

    private static bool IsObserved(ServiceDescriptor descriptor) =>
        (descriptor.IsKeyedService ? descriptor.KeyedImplementationFactory?.Target : descriptor.ImplementationFactory?.Target) is ObservingFactory;

    private static void AroundType(
        IServiceCollection services,
        int position,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type type)
    {
        var descriptor = services[position];
        if (type.IsGenericTypeDefinition || InstanceObservers.Of(type).Length == 0)
        {
            return;
        }

        if (KeyedClass.NeedsKey(descriptor))
        {
            services[position] = Describe(descriptor, (provider, key) => KeyedClass.Make(provider, type, key));
            return;
        }

        if (typeof(IDisposable).IsAssignableFrom(type) || typeof(IAsyncDisposable).IsAssignableFrom(type))
        {
            // The container disposes what a factory gives; a registration behind it would dispose the object a second time.
            // Both choose the longest constructor whose parameters are services.
            services[position] = Describe(descriptor, (provider, _) => ActivatorUtilities.CreateInstance(provider, type));
            return;
        }

        var key = new InnerKey(descriptor.ServiceKey, position);
        services[position] = Describe(descriptor, (provider, _) => provider.GetRequiredKeyedService(type, key));
        services.Add(new ServiceDescriptor(type, key, type, descriptor.Lifetime));
    }

    private static ServiceDescriptor AroundFactory(ServiceDescriptor descriptor) =>
        Describe(descriptor, descriptor.IsKeyedService
            ? descriptor.KeyedImplementationFactory!
            : (provider, _) => descriptor.ImplementationFactory!(provider));

    private static ServiceDescriptor Describe(ServiceDescriptor descriptor, Func<IServiceProvider, object?, object> make)
    {
        var factory = new ObservingFactory(make);
        return descriptor.IsKeyedService
            ? new ServiceDescriptor(descriptor.ServiceType, descriptor.ServiceKey, factory.MakeKeyed, descriptor.Lifetime)
            : new ServiceDescriptor(descriptor.ServiceType, factory.Make, descriptor.Lifetime);
    }

    private sealed class ObservingFactory(Func<IServiceProvider, object?, object> make)
    {
        public object Make(IServiceProvider provider) => MakeKeyed(provider, key: null);

        public object MakeKeyed(IServiceProvider provider, object? key)
        {
            var instance = make(provider, key);
            Gauges.Observe(instance);
            return instance;
        }
    }
}
