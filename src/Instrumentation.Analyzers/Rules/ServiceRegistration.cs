using System;
using System.Linq;
using Instrumentation.Analyzers.Rules.Cardinality;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules;

/// <summary>A call that registers a class for a service: <c>AddScoped&lt;IStore, Store&gt;()</c>, <c>AddSingleton(typeof(IStore&lt;&gt;), typeof(Store&lt;&gt;))</c>, <c>AddSingleton&lt;IStore&gt;(new Store())</c>.</summary>
/// <param name="Call">The call.</param>
/// <param name="Service">The interface.</param>
/// <param name="Class">The class.</param>
/// <param name="IsOpen">Whether both stand without type arguments.</param>
internal sealed record ServiceRegistration(IInvocationOperation Call, INamedTypeSymbol Service, INamedTypeSymbol Class, bool IsOpen)
{
    private static readonly string[] s_verbs = ["Add", "TryAdd"];

    /// <summary>Whether nothing is added where the service is registered already.</summary>
    public bool IsTry => Call.TargetMethod.Name.StartsWith("Try", StringComparison.Ordinal);

    /// <summary>Whether the service is asked for by a key.</summary>
    public bool IsKeyed => Call.TargetMethod.Name.Contains("Keyed");

    /// <summary>Where to report it: not the whole chain that it may end.</summary>
    public Location Place => ContainerCalls.Place(Call);

    /// <summary>The registration that a call of the framework's own methods makes; null where it makes none, or of what cannot be seen.</summary>
    public static ServiceRegistration? Of(IInvocationOperation call)
    {
        if (!s_verbs.Any(verb => call.TargetMethod.Name.StartsWith(verb, StringComparison.Ordinal)) || !IsOfFramework(call.TargetMethod.ContainingType))
        {
            return null;
        }

        var types = call.Arguments.Select(static argument => Unconverted(argument.Value)).OfType<ITypeOfOperation>().Select(static type => type.TypeOperand).ToArray();
        var arguments = call.TargetMethod.TypeArguments;
        return (arguments.Length, types.Length) switch
        {
            (2, 0) => Of(call, arguments[0], arguments[1]),
            (0, 2) => Of(call, types[0], types[1]),
            (1, 0) => call.Arguments.Select(static argument => Unconverted(argument.Value)).OfType<IObjectCreationOperation>().FirstOrDefault() is { } made ? Of(call, arguments[0], made.Type) : null,
            _ => null,
        };
    }

    /// <summary>Whether the class has a generated decorator that stands in for the service.</summary>
    public bool HasDecorator(Compilation compilation)
    {
        var type = Class.OriginalDefinition;
        return DecoratorRules.Refusal(type) is null
            && type.AllInterfaces.FirstOrDefault(service => KnownSymbols.Same(service.OriginalDefinition, Service.OriginalDefinition)) is { } found
            && DecoratorRules.CanStandFor(type, found)
            && found.AllInterfaces.Add(found).SelectMany(static service => service.GetMembers()).Where(DecoratorRules.IsImplemented).Any(member =>
                DecoratorRules.Instrumented(type, member) is { } method && Weaves.Of(InstrumentedMembers.Declared(method)) is null && Wrappers.Of(InstrumentedMembers.Declared(method), compilation) is not null);
    }

    private static bool IsOfFramework(INamedTypeSymbol type) =>
        type.Is("ServiceCollectionServiceExtensions", "Microsoft.Extensions.DependencyInjection") || type.Is("ServiceCollectionDescriptorExtensions", "Microsoft.Extensions.DependencyInjection.Extensions");

    private static ServiceRegistration? Of(IInvocationOperation call, ITypeSymbol service, ITypeSymbol? implementation) =>
        service is INamedTypeSymbol { TypeKind: TypeKind.Interface } wanted && implementation is INamedTypeSymbol { TypeKind: TypeKind.Class } type
            ? new ServiceRegistration(call, wanted, type, wanted.IsUnboundGenericType && type.IsUnboundGenericType)
            : null;

    private static IOperation Unconverted(IOperation value) => value is IConversionOperation conversion ? Unconverted(conversion.Operand) : value;
}
