using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>Which classes can stand behind a decorator, and what it measures. The generator makes none where something is refused here; the analyzers say why.</summary>
internal static class DecoratorRules
{
    /// <summary>Why a class cannot be decorated; null where it can.</summary>
    public static string? Refusal(INamedTypeSymbol type)
    {
        if (type is not { TypeKind: TypeKind.Class, IsStatic: false, IsAbstract: false })
        {
            return "only an object of a class can stand behind a decorator";
        }

        if (!TargetRules.IsReachable(type))
        {
            return "generated code cannot name the class; make it internal or public";
        }

        if (TargetRules.RepeatedTypeParameter(type, method: null) is { } repeated)
        {
            return $"the decorator has all type parameters of the class and of the types around it, and two are called '{repeated}'; rename one";
        }

        return Interfaces(type).Select(Refusal).FirstOrDefault(static reason => reason is not null);

        string? Refusal(INamedTypeSymbol service) =>
            !TargetRules.IsReachable(service) || TargetRules.NamesObsoleteAsError(service) ? $"generated code cannot name its interface '{service.Name}'"
            : Interfaces(type).FirstOrDefault(other => InterfaceUnification.MayBeOne(service, other)) is { } other ? $"'{service.ToDisplayString()}' and '{other.ToDisplayString()}' can be the same interface, and a class that names both does not compile"
            : service.GetMembers().FirstOrDefault(static member => !CanForward(member)) is { } member ? $"'{service.Name}.{member.Name}' cannot be forwarded"
            : service.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(method => IsImplemented(method) && TargetRules.RepeatedTypeParameter(type, method) is not null) is { } generic
                ? $"'{service.Name}.{generic.Name}' has a type parameter called like one of the class; rename one"
            : null;
    }

    /// <summary>The interfaces of a class, each once: the compiler lists one twice that is named with and without nullable annotations.</summary>
    public static IEnumerable<INamedTypeSymbol> Interfaces(INamedTypeSymbol type) => type.AllInterfaces.Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default);

    /// <summary>Whether who asks for the service can do with any object that implements it.</summary>
    public static bool CanStandFor(INamedTypeSymbol type, INamedTypeSymbol service) =>
        service.ToDisplayString() != "Microsoft.Extensions.Hosting.IHostedService" || !IsBackgroundService(type);

    /// <summary>The instrumented method of the class, or of what it derives from, that a call of the interface's member reaches; null where there is none.</summary>
    public static IMethodSymbol? Instrumented(INamedTypeSymbol type, ISymbol member)
    {
        for (var method = type.FindImplementationForInterfaceMember(member) as IMethodSymbol; method is { ContainingType.TypeKind: TypeKind.Class }; method = method.OverriddenMethod)
        {
            if (InstrumentedMembers.IsAnnotated(InstrumentedMembers.Declared(method)))
            {
                return method;
            }
        }

        return null;
    }

    /// <summary>Whether a class implements the member; the rest is the interface's own: private and sealed members, and what it implements of its bases.</summary>
    public static bool IsImplemented(ISymbol member) => (member.IsAbstract || member.IsVirtual) && member.DeclaredAccessibility != Accessibility.Private;

    // What may only be set while the object is made cannot be forwarded, and a static member has no object.
    private static bool CanForward(ISymbol member) =>
        member is INamedTypeSymbol
        || !IsImplemented(member)
        || (!member.IsStatic && TargetRules.IsReachable(member) && !TargetRules.NamesObsoleteAsError(member) && member is not IPropertySymbol { SetMethod.IsInitOnly: true });

    // The host looks at the class itself.
    private static bool IsBackgroundService(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.ToDisplayString() == "Microsoft.Extensions.Hosting.BackgroundService")
            {
                return true;
            }
        }

        return false;
    }
}
