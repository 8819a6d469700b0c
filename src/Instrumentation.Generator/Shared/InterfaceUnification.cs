using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>Whether two interfaces of a generic class can be the same for some type arguments: a class that lists both does not compile (CS0695), but may inherit them.</summary>
internal static class InterfaceUnification
{
    /// <summary>Whether they are two, and can become one.</summary>
    public static bool MayBeOne(INamedTypeSymbol one, INamedTypeSymbol other) =>
        one.IsGenericType && !SymbolEqualityComparer.Default.Equals(one, other) && Unify(one, other);

    // Constraints count for nothing here, as in the compiler.
    private static bool Unify(ITypeSymbol one, ITypeSymbol other) => (one, other) switch
    {
        (ITypeParameterSymbol, _) or (_, ITypeParameterSymbol) => true,
        (IArrayTypeSymbol array, IArrayTypeSymbol with) => array.Rank == with.Rank && Unify(array.ElementType, with.ElementType),
        (INamedTypeSymbol type, INamedTypeSymbol with) => SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, with.OriginalDefinition)
            && type.TypeArguments.Zip(with.TypeArguments, Unify).All(static unify => unify)
            && (type.ContainingType is null || with.ContainingType is null || Unify(type.ContainingType, with.ContainingType)),
        _ => SymbolEqualityComparer.Default.Equals(one, other),
    };
}
