using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Shared;

/// <summary>Whether generated code can go into a user's own type.</summary>
internal static class PartialTypes
{
    /// <summary>How the names of the files end that hold the halves of methods.</summary>
    public const string FileEnding = ".Halves.g.cs";

    /// <summary>Why half of a method cannot be written; null where it can.</summary>
    public static string? Refusal(IMethodSymbol method)
    {
        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.IsFileLocal || !type.DeclaringSyntaxReferences.All(static reference => IsPartial(reference.GetSyntax())))
            {
                return $"the body goes into the type, so '{type.Name}' must be partial and not file-local";
            }
        }

        return null;
    }

    /// <summary>Whether the type and those around it can be made partial, so that code of ours fits in.</summary>
    public static bool CanBe(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class or TypeKind.Struct, IsFileLocal: false } && (type.ContainingType is null || CanBe(type.ContainingType));

    private static bool IsPartial(SyntaxNode declaration) =>
        declaration is TypeDeclarationSyntax type && type.Modifiers.Any(SyntaxKind.PartialKeyword);
}
