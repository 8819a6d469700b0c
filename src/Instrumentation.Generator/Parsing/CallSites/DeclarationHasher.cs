using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Parsing.CallSites;

/// <summary>
/// Hashes what code elsewhere can see of a file: every token outside the bodies of its members. What a call or attribute in another file binds to
/// cannot change while this does not.
/// </summary>
internal static class DeclarationHasher
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static ulong Hash(SyntaxNode root, CancellationToken cancellation)
    {
        var hash = Offset;
        foreach (var item in root.DescendantNodesAndTokens(static node => !IsBody(node)))
        {
            cancellation.ThrowIfCancellationRequested();
            if (item.AsToken() is { RawKind: not 0 } token)
            {
                hash = Add(hash, token.Text);
            }

            if (item.ContainsDirectives && (item.IsToken || IsBody(item.AsNode()!)))
            {
                hash = AddNullable(hash, item);
            }
        }

        return hash;
    }

    public static ulong Add(ulong hash, ulong value) => unchecked((((hash ^ (uint)value) * Prime) ^ (value >> 32)) * Prime);

    public static ulong Add(ulong hash, string text)
    {
        foreach (var c in text)
        {
            hash = unchecked((hash ^ c) * Prime);
        }

        return unchecked((hash ^ ' ') * Prime);
    }

    // `#nullable` changes what the types below it mean, and no token.
    private static ulong AddNullable(ulong hash, SyntaxNodeOrToken item)
    {
        var trivia = item.AsNode() is { } node ? node.DescendantTrivia() : item.GetLeadingTrivia();
        foreach (var directive in trivia)
        {
            if (directive.IsKind(SyntaxKind.NullableDirectiveTrivia))
            {
                hash = Add(hash, directive.ToString());
            }
        }

        return hash;
    }

    // Top-level statements are a body too.
    private static bool IsBody(SyntaxNode node) =>
        node is BlockSyntax or GlobalStatementSyntax
        || (node is ArrowExpressionClauseSyntax && node.Parent is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or PropertyDeclarationSyntax or IndexerDeclarationSyntax);
}
