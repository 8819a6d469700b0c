using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>Names of generated types. Analyzers and other assemblies find by name what the generator wrote.</summary>
internal static class TypeNames
{
    /// <summary>The holder of a type's instruments and wrappers, fully qualified.</summary>
    public static string Holder(INamedTypeSymbol type) =>
        "global::" + (Namespace(type) is { } space ? space + "." : string.Empty) + HolderName(type);

    /// <summary>The holder's simple name.</summary>
    public static string HolderName(INamedTypeSymbol type) => Free(type, Stem(type) + "Instrumentation");

    /// <summary>A name that no type of the user has in that namespace.</summary>
    public static string Free(INamedTypeSymbol type, string name)
    {
        while (type.ContainingNamespace.GetTypeMembers(name).Any(static known => known.Locations.Any(static location => location.IsInSource)))
        {
            name += "_";
        }

        return name;
    }

    public static string? Namespace(ISymbol symbol) =>
        symbol.ContainingNamespace is { IsGlobalNamespace: false } found
            ? found.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted))
            : null;

    /// <summary>A type's name as part of an identifier, with its containing types and arity: <c>Outer_Inner2</c>.</summary>
    public static string Stem(INamedTypeSymbol type)
    {
        var own = type.Arity == 0 ? type.Name : type.Name + type.Arity;
        return type.ContainingType is { } outer ? Stem(outer) + "_" + own : own;
    }
}
