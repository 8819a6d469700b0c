using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Instrumentation.Hosting;

/// <summary>
/// Makes objects of classes that look at the key under which they are asked for. A registration behind ours has another key, so they are
/// made here, by the container's own rules: the longest constructor whose parameters can all be had.
/// </summary>
internal static class KeyedClass
{
    /// <summary>Whether the registration gives a class its key, or one object for each key it is asked by.</summary>
    public static bool NeedsKey(ServiceDescriptor descriptor) =>
        descriptor is { IsKeyedService: true, KeyedImplementationType: { } type }
        && (Equals(descriptor.ServiceKey, KeyedService.AnyKey) || type.GetConstructors().SelectMany(static constructor => constructor.GetParameters()).Any(TakesKey));

    public static object Make(
        IServiceProvider provider,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type type,
        object? key)
    {
        foreach (var constructor in type.GetConstructors().OrderByDescending(static constructor => constructor.GetParameters().Length))
        {
            var parameters = constructor.GetParameters();
            var arguments = new object?[parameters.Length];
            if (parameters.All(parameter => TryGet(provider, parameter, key, out arguments[parameter.Position])))
            {
                return constructor.Invoke(BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
            }
        }

        throw new InvalidOperationException($"Unable to resolve the parameters of a constructor of '{type}' for the key '{key}'. Register what it takes.");
    }

    private static bool TakesKey(ParameterInfo parameter) =>
        parameter.IsDefined(typeof(ServiceKeyAttribute), inherit: false)
        || parameter.GetCustomAttribute<FromKeyedServicesAttribute>(inherit: false) is { LookupMode: ServiceKeyLookupMode.InheritKey };

    private static bool TryGet(IServiceProvider provider, ParameterInfo parameter, object? key, out object? argument)
    {
        if (parameter.IsDefined(typeof(ServiceKeyAttribute), inherit: false))
        {
            argument = key;
            return parameter.ParameterType.IsInstanceOfType(key);
        }

        argument = parameter.GetCustomAttribute<FromKeyedServicesAttribute>(inherit: false) switch
        {
            { LookupMode: ServiceKeyLookupMode.InheritKey } => Keyed(provider, parameter, key),
            { LookupMode: ServiceKeyLookupMode.ExplicitKey } keyed => Keyed(provider, parameter, keyed.Key),
            _ => provider.GetService(parameter.ParameterType),
        };
        if (argument is null && parameter.HasDefaultValue)
        {
            argument = parameter.DefaultValue;
            return true;
        }

        return argument is not null;
    }

    private static object? Keyed(IServiceProvider provider, ParameterInfo parameter, object? key) =>
        provider is IKeyedServiceProvider keyed ? keyed.GetKeyedService(parameter.ParameterType, key) : null;
}
