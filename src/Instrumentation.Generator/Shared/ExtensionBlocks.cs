using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Shared;

/// <summary>Members of extension blocks. Each method becomes a static method of the class around the block: that one stands for both.</summary>
internal static class ExtensionBlocks
{
    // Compilers from 5.0 on know it; the generator runs in older ones too.
    private static readonly Func<IMethodSymbol, IMethodSymbol?>? s_implementation =
        (Func<IMethodSymbol, IMethodSymbol?>?)typeof(IMethodSymbol).GetProperty("AssociatedExtensionImplementation", BindingFlags.Public | BindingFlags.Instance)?.GetMethod
            .CreateDelegate(typeof(Func<IMethodSymbol, IMethodSymbol?>));

    /// <summary>What a method of an extension block becomes; null for any other method, and where the compiler does not tell.</summary>
    public static IMethodSymbol? Implementation(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Ordinary ? s_implementation?.Invoke(method)?.OriginalDefinition : null;

    /// <summary>The type whose member a method is: not an extension block, but the class around it.</summary>
    public static INamedTypeSymbol Container(INamedTypeSymbol type) =>
        s_implementation is not null && Is(type) ? type.ContainingType : type;

    /// <summary>Whether a person wrote it as a method. What an extension block's members become is implied: its methods were written, its accessors were not.</summary>
    public static bool IsWritten(IMethodSymbol method) =>
        !method.IsImplicitlyDeclared || method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is MethodDeclarationSyntax;

    /// <summary>Whether the type is an extension block, which has no name to call it by.</summary>
    public static bool Is(INamedTypeSymbol type) => !type.CanBeReferencedByName && type.ContainingType is { IsStatic: true };
}
