using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Instrumentation.Generator.Shared;

/// <summary>Whether somebody asked for a call to be left as it is written.</summary>
internal static class CallOptOut
{
    /// <summary>The comment that ends the line of such a call.</summary>
    public const string Comment = "// instrumentation: off";

    public static bool IsChosen(SyntaxNode use, IMethodSymbol method, SemanticModel model, CancellationToken cancellation) =>
        HasComment(use, cancellation)
        || IsMarked(method)
        || (model.GetEnclosingSymbol(use.SpanStart, cancellation) is { } caller && IsMarkedAround(caller));

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

    private static bool HasComment(SyntaxNode use, CancellationToken cancellation)
    {
        var line = use.SyntaxTree.GetText(cancellation).Lines.GetLineFromPosition((CallSyntax.NameOf(use) ?? use).SpanStart);
        var last = use.SyntaxTree.GetRoot(cancellation).FindTrivia(Math.Max(line.Start, line.End - 1));
        return last.IsKind(SyntaxKind.SingleLineCommentTrivia) && last.ToString().Trim() == Comment;
    }
}
