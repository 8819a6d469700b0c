using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Shared;

/// <summary>Which calls of an instrumented method can be replaced. The generator skips what is refused here; the analyzers say why.</summary>
internal static class CallRules
{
    /// <summary>Why a call cannot be replaced; null where it can.</summary>
    public static string? Refusal(InvocationExpressionSyntax call, IMethodSymbol called, SemanticModel model, CancellationToken cancellation)
    {
        if (CallOptOut.IsChosen(call, called, model, cancellation))
        {
            return "it was asked to be left alone";
        }

        var receiver = Receiver(call);
        if (receiver is BaseExpressionSyntax)
        {
            return "a base call that is replaced would call the override again, without end";
        }

        if (!called.IsStatic && receiver is not null && model.GetTypeInfo(receiver, cancellation).Type is ITypeParameterSymbol)
        {
            return "the receiver's type is a type parameter";
        }

        if (called.IsStatic && called.IsAbstract)
        {
            return "a static interface member is called through a type parameter";
        }

        return IsInExpressionTree(call, model, cancellation) ? "the call is inside an expression tree" : null;
    }

    private static ExpressionSyntax? Receiver(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Expression,
        MemberBindingExpressionSyntax => call.Ancestors().OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault()?.Expression,
        _ => null,
    };

    private static bool IsInExpressionTree(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        foreach (var lambda in node.Ancestors().OfType<LambdaExpressionSyntax>())
        {
            if (model.GetTypeInfo(lambda, cancellation).ConvertedType is INamedTypeSymbol { Name: "Expression", Arity: 1 } type
                && type.ContainingNamespace.ToDisplayString() == "System.Linq.Expressions")
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
