using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Shared;

/// <summary>Which methods can be instrumented. The generator skips what is refused here; the analyzers say why.</summary>
internal static class TargetRules
{
    /// <summary>Why a method that carries one of our attributes cannot be measured; null where it can.</summary>
    public static string? Refusal(IMethodSymbol method)
    {
        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation))
        {
            return "only ordinary methods can be measured";
        }

        if (!IsReachable(method))
        {
            return "generated code cannot call it; make it and its types internal or public";
        }

        if (method.IsVararg)
        {
            return "variable argument lists cannot be passed on";
        }

        if (method.ContainingType.TypeKind == TypeKind.Interface && method.IsStatic && (method.IsAbstract || method.IsVirtual))
        {
            return "a static interface member has no call that could be replaced";
        }

        if (method.ContainingType.IsRefLikeType)
        {
            return "a ref struct cannot be handed to a wrapper";
        }

        if (IsSequence(method.ReturnType) || IsIterator(method))
        {
            return "the call of an iterator lasts until its sequence is disposed, which is not measured yet";
        }

        if ((method.PartialImplementationPart ?? method) is { IsAsync: true, ReturnsVoid: true })
        {
            return "an async void method ends when nobody looks; return a Task";
        }

        return method is { IsPartialDefinition: true, PartialImplementationPart: null }
            ? "a partial method without a body belongs to another generator"
            : null;
    }

    /// <summary>Whether generated code of the same assembly can name the symbol.</summary>
    public static bool IsReachable(ISymbol symbol)
    {
        // An explicit implementation is called through its interface.
        if (symbol is IMethodSymbol { ExplicitInterfaceImplementations: { Length: > 0 } called } && symbol.ContainingType.TypeKind != TypeKind.Interface)
        {
            return IsReachable(called[0]);
        }

        for (var current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
        {
            if (current.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal)
                || current is INamedTypeSymbol { IsFileLocal: true })
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSequence(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "IAsyncEnumerable" or "IAsyncEnumerator", Arity: 1 } named
        && named.ContainingNamespace.ToDisplayString() == "System.Collections.Generic";

    private static bool IsIterator(IMethodSymbol method) =>
        method.ReturnType.Name is "IEnumerable" or "IEnumerator"
        && (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences
            .Select(static reference => reference.GetSyntax())
            .OfType<MethodDeclarationSyntax>()
            .Any(static declaration => declaration.Body is { } body && HasYield(body));

    private static bool HasYield(BlockSyntax body) =>
        body.DescendantNodes(static node => node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax))
            .Any(static node => node is YieldStatementSyntax);
}
