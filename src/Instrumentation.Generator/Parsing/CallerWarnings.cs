using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Instrumentation.Generator.Parsing;

/// <summary>What warns a caller of a method: it must warn him still, and nobody else.</summary>
internal static class CallerWarnings
{
    private static readonly string[] s_repeated =
    [
        "System.Diagnostics.CodeAnalysis.RequiresUnreferencedCodeAttribute",
        "System.Diagnostics.CodeAnalysis.RequiresDynamicCodeAttribute",
        "System.Diagnostics.CodeAnalysis.RequiresAssemblyFilesAttribute",
        "System.Runtime.Versioning.SupportedOSPlatformAttribute",
        "System.Runtime.Versioning.UnsupportedOSPlatformAttribute",
    ];

    /// <summary>The attributes that the trimmer and the platform analyzer follow from call to call.</summary>
    public static IEnumerable<string> Annotations(IMethodSymbol method) =>
        Containers(method)
            .Where(static symbol => symbol is not IAssemblySymbol)
            .SelectMany(static symbol => symbol.GetAttributes())
            .Where(static attribute => s_repeated.Contains(attribute.AttributeClass?.ToDisplayString()))
            .Select(static attribute => $"[{SymbolText.Of(attribute.AttributeClass!)}({string.Join(", ", attribute.ConstructorArguments.Select(static argument => argument.ToCSharpString()))})]")
            .Distinct(StringComparer.Ordinal);

    /// <summary>The ids of the experimental features that the method and the types of its signature belong to.</summary>
    public static IEnumerable<string> Experiments(IMethodSymbol method) =>
        Containers(method)
            .Concat(method.Parameters.Select(static parameter => parameter.Type).Append(method.ReturnType).SelectMany(Types).SelectMany(Containers))
            .SelectMany(static symbol => symbol.GetAttributes())
            .Where(static attribute => attribute.Is("System.Diagnostics.CodeAnalysis.ExperimentalAttribute"))
            .Select(static attribute => attribute.ConstructorArguments.FirstOrDefault().Value as string)
            .Where(static id => id is not null && SyntaxFacts.IsValidIdentifier(id))
            .Select(static id => id!)
            .Distinct(StringComparer.Ordinal);

    private static IEnumerable<ISymbol> Containers(ISymbol symbol)
    {
        for (ISymbol? current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingType)
        {
            yield return current;
        }

        if (symbol.ContainingAssembly is { } assembly)
        {
            yield return assembly;
        }
    }

    private static IEnumerable<ITypeSymbol> Types(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Types(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.SelectMany(Types).Prepend(named),
        _ => [],
    };
}
