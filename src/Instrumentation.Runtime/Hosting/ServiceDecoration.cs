using System.Diagnostics.CodeAnalysis;
using Instrumentation.Diagnostics;
using Instrumentation.Weaving;
using Microsoft.Extensions.DependencyInjection;

namespace Instrumentation.Hosting;

/// <summary>Puts the generated decorators in front of the registered services; lifetime, key and disposal stay as they are.</summary>
internal static class ServiceDecoration
{
    public static void Apply(IServiceCollection services)
    {
        for (var i = services.Count - 1; i >= 0; i--)
        {
            var descriptor = services[i];
            if (!DecoratorRegistry.Serves(descriptor.ServiceType) || IsDecorated(descriptor))
            {
                continue;
            }

            var implementation = descriptor.IsKeyedService ? descriptor.KeyedImplementationType : descriptor.ImplementationType;
            if (implementation is null)
            {
                services[i] = AroundFactory(descriptor);
            }
            else if (descriptor.ServiceType.IsGenericTypeDefinition)
            {
                AroundOpen(services, i, implementation);
            }
            else if (DecoratorRegistry.Serves(descriptor.ServiceType, implementation) && KeyedClass.NeedsKey(descriptor))
            {
                services[i] = Describe(descriptor, new DecoratingFactory(descriptor.ServiceType, (provider, key) => KeyedClass.Make(provider, descriptor.KeyedImplementationType!, key), owned: true));
            }
            else if (DecoratorRegistry.Serves(descriptor.ServiceType, implementation))
            {
                var key = new InnerKey(descriptor.ServiceKey, i);
                services[i] = AroundType(descriptor, implementation, key);
                services.Add(new ServiceDescriptor(implementation, key, implementation, descriptor.Lifetime));
            }
        }
    }

    /// <summary>Whether the registration is one of ours already.</summary>
    public static bool IsDecorated(ServiceDescriptor descriptor) =>
        (descriptor.IsKeyedService ? descriptor.KeyedImplementationFactory?.Target : descriptor.ImplementationFactory?.Target) is DecoratingFactory;

    // The container makes the inner object and disposes it; the decorator must not do so again.
    private static ServiceDescriptor AroundType(ServiceDescriptor descriptor, Type implementation, InnerKey key)
    {
        var factory = new DecoratingFactory(descriptor.ServiceType, (provider, _) => provider.GetRequiredKeyedService(implementation, key), owned: false);
        return Describe(descriptor, factory);
    }

    // No factory can make an open generic service, so the container makes the decorator and hands it the object from a registration whose
    // key the decorator's constructor names. There can be one such registration of a class.
    private static void AroundOpen(
        IServiceCollection services,
        int position,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type implementation)
    {
        var descriptor = services[position];
        if (DecoratorRegistry.Open(descriptor.ServiceType, implementation) is not { } decorator)
        {
            return;
        }

        if (KeyedClass.NeedsKey(descriptor) || services.Any(other => other.ServiceType == implementation && Equals(other.ServiceKey, decorator.Type)))
        {
            InstrumentationEventSource.Log.NotDecorated(descriptor.ServiceType.ToString(), implementation.ToString());
            return;
        }

        services[position] = new ServiceDescriptor(descriptor.ServiceType, descriptor.ServiceKey, decorator.Type, descriptor.Lifetime);
        services.Add(new ServiceDescriptor(implementation, decorator.Type, implementation, descriptor.Lifetime));
    }

    private static ServiceDescriptor AroundFactory(ServiceDescriptor descriptor)
    {
        var instance = descriptor.IsKeyedService ? descriptor.KeyedImplementationInstance : descriptor.ImplementationInstance;
        if (instance is not null)
        {
            // An instance that the user made stays the user's to dispose.
            return Describe(descriptor, new DecoratingFactory(descriptor.ServiceType, (_, _) => instance, owned: false));
        }

        Func<IServiceProvider, object?, object> make = descriptor.IsKeyedService
            ? descriptor.KeyedImplementationFactory!
            : (provider, _) => descriptor.ImplementationFactory!(provider);
        return Describe(descriptor, new DecoratingFactory(descriptor.ServiceType, make, owned: true));
    }

    private static ServiceDescriptor Describe(ServiceDescriptor descriptor, DecoratingFactory factory) =>
        descriptor.IsKeyedService
            ? new ServiceDescriptor(descriptor.ServiceType, descriptor.ServiceKey, factory.MakeKeyed, descriptor.Lifetime)
            : new ServiceDescriptor(descriptor.ServiceType, factory.Make, descriptor.Lifetime);

    private sealed class DecoratingFactory(Type service, Func<IServiceProvider, object?, object> make, bool owned)
    {
        public object Make(IServiceProvider provider) => MakeKeyed(provider, key: null);

        public object MakeKeyed(IServiceProvider provider, object? key)
        {
            var instance = make(provider, key);
            Gauges.Observe(instance);
            return DecoratorRegistry.Wrap(service, instance, owned);
        }
    }
}
