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

    /// <summary>A name that no type of the user has in that namespace; what the generator wrote there itself, in another assembly or before the rules look, does not count.</summary>
    public static string Free(INamedTypeSymbol type, string name)
    {
        while (type.ContainingNamespace.GetTypeMembers(name).Any(static known => !IsOurs(known)))
        {
            name += "_";
        }

        return name;
    }

    public static string? Namespace(ISymbol symbol) =>
        symbol.ContainingNamespace is { IsGlobalNamespace: false } found
            ? found.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted))
            : null;

    /// <summary>A type's name as part of an identifier, with its containing types and arity: <c>Outer_Inner2</c>; with more where a type of the user is called so.</summary>
    public static string Stem(INamedTypeSymbol type) => type switch
    {
        { ContainingType: null, Arity: 0 } => type.Name,

        // A type of that very name has the better right to it.
        { ContainingType: null } => Free(type, type.Name + type.Arity),
        _ => Free(type, NestedStem(type)),
    };

    /// <summary>Whether this generator wrote the type or method.</summary>
    public static bool IsOurs(ISymbol symbol) => symbol.GetAttributes().Any(static attribute =>
        attribute.Is("System.CodeDom.Compiler.GeneratedCodeAttribute")
        && attribute.ConstructorArguments.FirstOrDefault().Value is KnownNames.Generator);

    // Separators in names are doubled and digits at their end closed off, so that no two chains of names give one text.
    private static string NestedStem(INamedTypeSymbol type)
    {
        var name = type.Name.Replace("_", "__");
        var own = type.Arity > 0 ? name + type.Arity : char.IsDigit(name[name.Length - 1]) ? name + "_0" : name;
        return type.ContainingType is { } outer ? NestedStem(outer) + "_" + own : own;
    }
}
