using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

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
        var text = use.SyntaxTree.GetText(cancellation);
        var line = text.Lines.GetLineFromPosition((CallSyntax.NameOf(use) ?? use).SpanStart);
        if (!EndsInComment(text, line.Span))
        {
            return false;
        }

        var last = use.SyntaxTree.GetRoot(cancellation).FindTrivia(Math.Max(line.Start, line.End - 1));
        return last.IsKind(SyntaxKind.SingleLineCommentTrivia) && last.ToString().Trim() == Comment;
    }

    // Nearly no line does, and the syntax tree is slow to say what stands at a place.
    private static bool EndsInComment(SourceText text, TextSpan line)
    {
        var end = line.End;
        while (end > line.Start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        for (var i = 1; i <= Comment.Length; i++)
        {
            if (end - i < line.Start || text[end - i] != Comment[Comment.Length - i])
            {
                return false;
            }
        }

        return true;
    }
}
