using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>Which classes get a decorator, and which members of their interfaces it measures.</summary>
internal static class DecoratorRules
{
    /// <summary>The interface members that a decorator of the type measures, each with the id of the method behind it; none where there is no decorator.</summary>
    public static IReadOnlyDictionary<ISymbol, string> Served(INamedTypeSymbol type, IEnumerable<(IMethodSymbol Method, string Id)> members)
    {
        var served = new Dictionary<ISymbol, string>(SymbolEqualityComparer.Default);
        if (!CanDecorate(type) || !type.AllInterfaces.All(CanForward))
        {
            return served;
        }

        var ids = new Dictionary<ISymbol, string>(SymbolEqualityComparer.Default);
        foreach (var (method, id) in members)
        {
            ids[method] = id;
        }

        foreach (var member in type.AllInterfaces.SelectMany(static i => i.GetMembers()))
        {
            if (type.FindImplementationForInterfaceMember(member) is { } implementation && ids.TryGetValue(implementation, out var id))
            {
                served[member] = id;
            }
        }

        return served;
    }

    private static bool CanDecorate(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class, IsStatic: false, IsAbstract: false } && TargetRules.IsReachable(type) && !IsGeneric(type);

    private static bool IsGeneric(INamedTypeSymbol type) => type.IsGenericType || (type.ContainingType is { } outer && IsGeneric(outer));

    private static bool CanForward(INamedTypeSymbol type) =>
        TargetRules.IsReachable(type)
        && type.GetMembers().All(static member => member is INamedTypeSymbol
            || (member.IsStatic ? !member.IsAbstract && !member.IsVirtual : TargetRules.IsReachable(member) && !IsInitOnly(member)));

    // What may only be set while the object is made cannot be forwarded.
    private static bool IsInitOnly(ISymbol member) => member is IPropertySymbol { SetMethod.IsInitOnly: true };
}
