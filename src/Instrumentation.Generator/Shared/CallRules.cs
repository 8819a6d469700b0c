using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Shared;

/// <summary>Which calls of an instrumented method can be replaced.</summary>
internal static class CallRules
{
    /// <summary>Why a call cannot be replaced; null where it can.</summary>
    /// <param name="call">The call.</param>
    /// <param name="called">The method that is called.</param>
    /// <param name="method">The same, as declared.</param>
    /// <param name="type">Type of the receiver as it is written; null where there is none.</param>
    /// <param name="model">The call's model.</param>
    /// <param name="cancellation">Ends the look.</param>
    public static CallRefusal? Refusal(InvocationExpressionSyntax call, IMethodSymbol called, IMethodSymbol method, ITypeSymbol? type, SemanticModel model, CancellationToken cancellation)
    {
        if (CallSyntax.NameOf(call) is null)
        {
            return CallRefusal.NotByName;
        }

        if (CallSyntax.Receiver(call) is BaseExpressionSyntax)
        {
            return CallRefusal.BaseCall;
        }

        // The receiver of an extension method is an argument.
        if (!method.IsStatic && type is ITypeParameterSymbol)
        {
            return CallRefusal.TypeParameter;
        }

        // The compiler takes the signature of such a call for another than its interceptor's (CS9144).
        if (called.IsGenericMethod && (HasTypeArguments(method) || HasTypeArguments(called.ConstructedFrom)))
        {
            return CallRefusal.OwnTypeParameters;
        }

        if (RepeatedFiles.Of(model.Compilation).Contain(call.SyntaxTree))
        {
            return CallRefusal.RepeatedFile;
        }

        return IsInExpressionTree(call, model, cancellation) ? CallRefusal.ExpressionTree : null;

        // What an extension method is reduced to has type parameters of its own.
        bool HasTypeArguments(IMethodSymbol generic) => called.TypeArguments.SequenceEqual<ISymbol>(generic.TypeParameters, SymbolEqualityComparer.Default);
    }

    /// <summary>Whether a base call is part of an override that is measured itself: the one call is recorded, by its outermost method.</summary>
    public static bool IsPartOfMeasuredOverride(InvocationExpressionSyntax call, IMethodSymbol method, SemanticModel model, CancellationToken cancellation)
    {
        if (CallSyntax.Receiver(call) is not BaseExpressionSyntax)
        {
            return false;
        }

        var caller = model.GetEnclosingSymbol(call.SpanStart, cancellation);
        while (caller is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
        {
            caller = caller.ContainingSymbol;
        }

        // The body of a partial method stands on the half that carries no attributes.
        return ((caller as IMethodSymbol)?.PartialDefinitionPart ?? caller) is IMethodSymbol { IsOverride: true } overriding
            && InstrumentedMembers.IsAnnotated(overriding)
            && TargetRules.Refusal(overriding) is null
            && Overridden(overriding).Contains<ISymbol>(method, SymbolEqualityComparer.Default);
    }

    private static IEnumerable<IMethodSymbol> Overridden(IMethodSymbol method)
    {
        for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            yield return overridden.OriginalDefinition;
        }
    }

    private static bool IsInExpressionTree(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        foreach (var lambda in node.Ancestors().OfType<LambdaExpressionSyntax>())
        {
            if (model.GetTypeInfo(lambda, cancellation).ConvertedType is INamedTypeSymbol { Name: "Expression", Arity: 1 } type
                && type.ContainingNamespace.Is("System.Linq.Expressions"))
            {
                return true;
            }
        }

        // A query over IQueryable turns its clauses into expression trees.
        return node.Ancestors().OfType<QueryExpressionSyntax>().Any(query => IsQueryable(model.GetTypeInfo(query, cancellation).Type));
    }

    private static bool IsQueryable(ITypeSymbol? type) =>
        type is not null
        && type.AllInterfaces.Concat([type as INamedTypeSymbol]).Any(static candidate => candidate is { Name: "IQueryable" });
}
