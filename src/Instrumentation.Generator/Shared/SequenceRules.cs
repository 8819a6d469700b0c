using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Shared;

/// <summary>Which methods return before their work is done, because somebody else enumerates it.</summary>
internal static class SequenceRules
{
    /// <summary>Whether the type is <c>IAsyncEnumerable&lt;T&gt;</c>, whoever makes it.</summary>
    public static bool IsAsyncSequence(ITypeSymbol type) => Is(type, "IAsyncEnumerable", "System.Collections.Generic");

    /// <summary>Whether the type is <c>IEnumerable&lt;T&gt;</c>; only an iterator's is not complete when it is returned.</summary>
    public static bool IsSequence(ITypeSymbol type) => Is(type, "IEnumerable", "System.Collections.Generic");

    /// <summary>Whether a call of the method lasts as long as the enumeration of what it returns.</summary>
    public static bool IsSequence(IMethodSymbol method) => IsAsyncSequence(method.ReturnType) || (IsSequence(method.ReturnType) && IsIterator(method));

    public static bool IsEnumerator(ITypeSymbol type) => Is(type, "IAsyncEnumerator", "System.Collections.Generic");

    /// <summary>Whether the method's body yields.</summary>
    public static bool IsIterator(IMethodSymbol method) =>
        method.ReturnType.Name is "IEnumerable" or "IEnumerator" or "IAsyncEnumerable"
        && (CoreMethods.Of(method) ?? method).DeclaringSyntaxReferences
            .Concat(method.PartialImplementationPart?.DeclaringSyntaxReferences ?? [])
            .Select(static reference => reference.GetSyntax())
            .OfType<MethodDeclarationSyntax>()
            .Any(static declaration => declaration.Body is { } body && HasYield(body));

    private static bool Is(ITypeSymbol type, string name, string space) =>
        type is INamedTypeSymbol { Arity: 1, ContainingType: null } named && named.Name == name && named.ContainingNamespace.Is(space);

    private static bool HasYield(BlockSyntax body) =>
        body.DescendantNodes(static node => node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax))
            .Any(static node => node is YieldStatementSyntax);
}
