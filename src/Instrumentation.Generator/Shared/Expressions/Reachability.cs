using System;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>Whether generated code, which stands outside of the user's types, may name a symbol.</summary>
internal static class Reachability
{
    /// <summary>Why it may not, as a sentence; <see langword="null"/> if it may.</summary>
    public static string? WhyUnreachable(ISymbol symbol, Compilation compilation)
    {
        var wanted = symbol is IPropertySymbol { GetMethod: { } getter } ? getter : symbol;
        if (symbol is IPropertySymbol { GetMethod: null })
        {
            return $"The property '{symbol.Name}' cannot be read; it needs a getter.";
        }

        if (FileLocal(symbol) is { } local)
        {
            return $"'{local.Name}' is file-local, so generated code cannot reach it; make it internal.";
        }

        if (IsObsoleteError(symbol))
        {
            return $"'{symbol.Name}' is obsolete and may not be used; name its replacement.";
        }

        if (compilation.IsSymbolAccessibleWithin(wanted, compilation.Assembly))
        {
            return null;
        }

        var closed = wanted;
        while (closed.ContainingType is { } outer && !compilation.IsSymbolAccessibleWithin(outer, compilation.Assembly))
        {
            closed = outer;
        }

        var name = closed is IMethodSymbol { AssociatedSymbol: { } property } ? property.Name : closed.Name;
        return $"'{name}' is {Words(closed.DeclaredAccessibility)}, so generated code cannot reach it; make it internal.";
    }

    private static INamedTypeSymbol? FileLocal(ISymbol symbol)
    {
        for (var type = symbol as INamedTypeSymbol ?? symbol.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.IsFileLocal)
            {
                return type;
            }
        }

        return null;
    }

    private static bool IsObsoleteError(ISymbol symbol) => symbol.GetAttributes().Any(attribute =>
        string.Equals(attribute.AttributeClass?.ToDisplayString(), "System.ObsoleteAttribute", StringComparison.Ordinal)
        && attribute.ConstructorArguments.Length == 2 && attribute.ConstructorArguments[1].Value is true);

    private static string Words(Accessibility accessibility) => accessibility switch
    {
        Accessibility.Protected => "protected",
        Accessibility.ProtectedAndInternal => "private protected",
        Accessibility.Internal or Accessibility.ProtectedOrInternal => "internal to another assembly",
        _ => "private",
    };
}
