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

    /// <summary>The ids by which the method and the types of its signature say that they are experimental, or obsolete in a way of their own.</summary>
    public static IEnumerable<string> Ids(IMethodSymbol method) =>
        Overridden(method).SelectMany(Containers)
            .Concat(method.Parameters.Select(static parameter => parameter.Type).Append(method.ReturnType).SelectMany(Types).SelectMany(Containers))
            .SelectMany(static symbol => symbol.GetAttributes())
            .Select(Id)
            .Where(static id => id is not null && SyntaxFacts.IsValidIdentifier(id))
            .Select(static id => id!)
            .Distinct(StringComparer.Ordinal);

    private static string? Id(AttributeData attribute) =>
        (attribute.Is("System.Diagnostics.CodeAnalysis.ExperimentalAttribute") ? attribute.ConstructorArguments.FirstOrDefault()
        : attribute.Is("System.ObsoleteAttribute") ? attribute.NamedArguments.FirstOrDefault(static argument => argument.Key == "DiagnosticId").Value
        : default).Value as string;

    // The compiler takes a call of an override for a call of what it overrides.
    private static IEnumerable<IMethodSymbol> Overridden(IMethodSymbol method)
    {
        for (var current = method; current is not null; current = current.OverriddenMethod)
        {
            yield return current;
        }
    }

    private static IEnumerable<ISymbol> Containers(ISymbol symbol)
    {
        for (ISymbol? current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingType)
        {
            yield return current;
        }

        if (symbol is IMethodSymbol { AssociatedSymbol: { } accessed })
        {
            yield return accessed;
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
