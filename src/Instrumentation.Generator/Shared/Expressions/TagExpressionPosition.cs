using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Shared;

/// <summary>Where in the file an expression is bound: where the method's own type parameters and the members of its type are in scope.</summary>
internal static class TagExpressionPosition
{
    public static int Of(AttributeSyntax attribute, IMethodSymbol method)
    {
        if (attribute.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is { } owner)
        {
            return owner.ParameterList.OpenParenToken.SpanStart;
        }

        // On a type: at the method, if it stands in the same file, else at the beginning of the type's body.
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            if (reference.SyntaxTree == attribute.SyntaxTree && reference.GetSyntax() is BaseMethodDeclarationSyntax declaration)
            {
                return declaration.ParameterList.OpenParenToken.SpanStart;
            }
        }

        return attribute.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>() is { OpenBraceToken.Span.Length: > 0 } type
            ? type.OpenBraceToken.Span.End
            : attribute.SpanStart;
    }
}
