using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>The members that are instrumented themselves and whose calls an object of a class records: who calls them must not.</summary>
internal static class OwnedMembers
{
    /// <summary>Their documentation ids: interface members and overridden methods behind which a method of the class, or of what it derives from, is woven.</summary>
    public static IEnumerable<string> Of(INamedTypeSymbol type) =>
        Woven(type).SelectMany(method => Before(type, method))
            .Select(static member => member.OriginalDefinition)
            .Where(static member => InstrumentedMembers.IsAnnotated(InstrumentedMembers.Declared(member)))
            .Select(static member => member.GetDocumentationCommentId())
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .OrderBy(static id => id, StringComparer.Ordinal);

    private static IEnumerable<IMethodSymbol> Woven(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            foreach (var method in current.GetMembers().OfType<IMethodSymbol>().Where(static method => Weaves.Of(InstrumentedMembers.Declared(method)) is not null))
            {
                yield return method;
            }
        }
    }

    private static IEnumerable<IMethodSymbol> Before(INamedTypeSymbol type, IMethodSymbol method)
    {
        foreach (var member in type.AllInterfaces.SelectMany(static service => service.GetMembers()).OfType<IMethodSymbol>())
        {
            if (SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member)?.OriginalDefinition, method.OriginalDefinition))
            {
                yield return member;
            }
        }

        for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            if (Weaves.Of(InstrumentedMembers.Declared(overridden)) is null)
            {
                yield return overridden;
            }
        }
    }
}
