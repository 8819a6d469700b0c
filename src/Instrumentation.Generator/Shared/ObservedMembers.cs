using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>Which members are observed gauges: read from a live object, and at no other time. What is refused here is skipped, and the analyzers say why.</summary>
internal static class ObservedMembers
{
    /// <summary>The observed members of a type that can be read, in declaration order.</summary>
    public static IEnumerable<ISymbol> Of(INamedTypeSymbol type) =>
        type.GetMembers().Where(static member => member is IPropertySymbol or IMethodSymbol && Gauges(member).Any() && Refusal(member) is null);

    /// <summary>The attributes that make a member observed.</summary>
    public static IEnumerable<AttributeData> Gauges(ISymbol member) => member switch
    {
        IPropertySymbol => Attributes(member),
        IMethodSymbol { Parameters.Length: 0, ReturnsVoid: false, PartialDefinitionPart: null } => Attributes(member).Where(static attribute => !HasValue(attribute)),
        _ => [],
    };

    /// <summary>The attributes by which a call of a method sets a gauge.</summary>
    public static IEnumerable<AttributeData> SetGauges(IMethodSymbol method) =>
        method is { Parameters.Length: 0, ReturnsVoid: false } ? Attributes(method).Where(HasValue) : Attributes(method);

    /// <summary>Why a member that carries a gauge cannot be observed; null where it can.</summary>
    public static string? Refusal(ISymbol member)
    {
        if (member.ContainingType.TypeKind != TypeKind.Class)
        {
            return "only members of classes can be observed: other values have no life that could be watched";
        }

        if (IsGeneric(member.ContainingType) || member is IMethodSymbol { IsGenericMethod: true })
        {
            return "a generic class has no end of instances' types; observe a property of a class that is not generic";
        }

        if (member is IPropertySymbol { IsIndexer: true } or IPropertySymbol { GetMethod: null })
        {
            return "there is nothing to read without an argument";
        }

        if (!TargetRules.IsReachable(Read(member)) || !TargetRules.IsReachable(member))
        {
            return "generated code cannot read it; make it and its types internal or public";
        }

        if (member is IMethodSymbol { MethodKind: not MethodKind.Ordinary } || Read(member).ExplicitInterfaceImplementations.Length > 0)
        {
            return "only ordinary members can be observed";
        }

        return IsBodyless(member) ? "a partial method without a body belongs to another generator" : null;
    }

    /// <summary>Whether a base class's member already observes the same metric: its instances include this class's.</summary>
    public static bool IsInherited(ISymbol member, AttributeData gauge)
    {
        for (var overridden = Overridden(member); overridden is not null; overridden = Overridden(overridden))
        {
            if (Attributes(overridden).Any(other => Equals(Name(other), Name(gauge))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The method that reads the member.</summary>
    public static IMethodSymbol Read(ISymbol member) => member as IMethodSymbol ?? ((IPropertySymbol)member).GetMethod!;

    private static ISymbol? Overridden(ISymbol member) =>
        member is IPropertySymbol property ? property.OverriddenProperty : ((IMethodSymbol)member).OverriddenMethod;

    private static bool IsBodyless(ISymbol member) =>
        member is IMethodSymbol { IsPartialDefinition: true, PartialImplementationPart: null } or IPropertySymbol { IsPartialDefinition: true, PartialImplementationPart: null };

    private static bool IsGeneric(INamedTypeSymbol type) => type.IsGenericType || (type.ContainingType is { } outer && IsGeneric(outer));

    private static object? Name(AttributeData attribute) => attribute.ConstructorArguments.FirstOrDefault().Value;

    private static bool HasValue(AttributeData attribute) => attribute.NamedArguments.Any(static argument => argument.Key == "Value" && !argument.Value.IsNull);

    private static IEnumerable<AttributeData> Attributes(ISymbol symbol) =>
        symbol.GetAttributes().Where(static data => data.Is(KnownNames.MetricGaugeAttribute));
}
