using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Shared;

/// <summary>Whether somebody asked for a call to be left as it is written.</summary>
internal static class CallOptOut
{
    /// <summary>The comment that ends the line of such a call.</summary>
    public const string Comment = "// instrumentation: off";

    public static bool IsChosen(InvocationExpressionSyntax call, IMethodSymbol called, SemanticModel model, CancellationToken cancellation) =>
        HasComment(call, cancellation)
        || IsMarked(called.OriginalDefinition)
        || (model.GetEnclosingSymbol(call.SpanStart, cancellation) is { } caller && IsMarkedAround(caller));

    private static bool IsMarkedAround(ISymbol caller)
    {
        for (var symbol = caller; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (IsMarked(symbol) || (symbol is IMethodSymbol { AssociatedSymbol: { } property } && IsMarked(property)))
            {
                return true;
            }
        }

        return IsMarked(caller.ContainingAssembly);
    }

    private static bool IsMarked(ISymbol symbol) => InstrumentedMembers.Has(symbol, KnownNames.NotInterceptedAttribute);

    private static bool HasComment(InvocationExpressionSyntax call, CancellationToken cancellation)
    {
        var line = call.SyntaxTree.GetText(cancellation).Lines.GetLineFromPosition(NameOf(call).SpanStart);
        var last = call.SyntaxTree.GetRoot(cancellation).FindTrivia(Math.Max(line.Start, line.End - 1));
        return last.IsKind(SyntaxKind.SingleLineCommentTrivia) && last.ToString().Trim() == Comment;
    }

    private static SyntaxNode NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name,
        MemberBindingExpressionSyntax member => member.Name,
        _ => call.Expression,
    };
}
