using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Shared;

/// <summary>
/// Writes a bound expression so that it means the same anywhere in the assembly: the user's tokens, with names qualified, placeholders as locals and extension methods called
/// as the static methods they are. Comments and line breaks become spaces.
/// </summary>
internal sealed class TagExpressionWriter(SemanticModel model, CancellationToken cancellation)
{
    private readonly StringBuilder _text = new();

    public string Write(ExpressionSyntax root)
    {
        WriteNode(root);
        return _text.ToString().Trim();
    }

    /// <summary>Whether a name stands alone, so that <c>this</c>, a <c>using static</c> or the containing type gives it its meaning.</summary>
    public static bool IsSimple(SimpleNameSyntax name) => name.Parent switch
    {
        MemberBindingExpressionSyntax or QualifiedNameSyntax or AliasQualifiedNameSyntax or NameColonSyntax => false,
        MemberAccessExpressionSyntax access when access.Name == name => false,
        _ => name.FirstAncestorOrSelf<ExpressionColonSyntax>() is not { } colon || !colon.Expression.Span.Contains(name.Span),
    };

    private void WriteNode(SyntaxNode node)
    {
        if (PlaceholderRewriter.LocalName(node) is { } local)
        {
            Replace(node, local);
        }
        else if (!TryWriteSpecial(node))
        {
            foreach (var child in node.ChildNodesAndTokens())
            {
                if (child.AsNode() is { } childNode)
                {
                    WriteNode(childNode);
                }
                else
                {
                    WriteToken(child.AsToken());
                }
            }
        }
    }

    private bool TryWriteSpecial(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax call => TryWriteNameOf(call) || TryWriteExtension(call),
        MemberAccessExpressionSyntax or AliasQualifiedNameSyntax or QualifiedNameSyntax => TryWriteType(node) || TryWriteConstant(node),
        SimpleNameSyntax name => TryWriteType(node) || TryWriteConstant(node) || TryWriteStatic(name),
        TypeSyntax => TryWriteType(node),
        InterpolatedStringExpressionSyntax interpolated => TryWriteInvariant(interpolated),
        _ => false,
    };

    private bool TryWriteType(SyntaxNode node)
    {
        if (model.GetSymbolInfo(node, cancellation).Symbol is not ITypeSymbol type || node.Parent is BaseExpressionColonSyntax)
        {
            return false;
        }

        // `?` is part of a type only where the user may write it: a NullableType node, or inside type arguments.
        Replace(node, node is NullableTypeSyntax ? SymbolText.Code(type.WithNullableAnnotation(NullableAnnotation.Annotated)) : SymbolText.Code(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)));
        return true;
    }

    private bool TryWriteConstant(SyntaxNode node)
    {
        if (model.GetSymbolInfo(node, cancellation).Symbol is not IFieldSymbol { HasConstantValue: true } field
            || Reachability.WhyUnreachable(field, model.Compilation) is null
            || ConstantText.Of(field) is not { } literal)
        {
            return false;
        }

        Replace(node, literal);
        return true;
    }

    private bool TryWriteStatic(SimpleNameSyntax name)
    {
        // What belongs to the instance has a placeholder to its left by now.
        if (!IsSimple(name) || model.GetSymbolInfo(name, cancellation).Symbol is not { IsStatic: true, ContainingType: { } type })
        {
            return false;
        }

        Space(name.GetLeadingTrivia());
        _text.Append(SymbolText.BareCode(type)).Append('.');
        WriteName(name);
        return true;
    }

    private bool TryWriteNameOf(InvocationExpressionSyntax call)
    {
        if (NameOf.Argument(call) is null || model.GetConstantValue(call, cancellation) is not { HasValue: true, Value: string name })
        {
            return false;
        }

        Replace(call, ConstantText.Literal(name));
        return true;
    }

    // receiver.Method<A>(x)  →  global::N.Extensions.Method<A>(receiver, x)
    private bool TryWriteExtension(InvocationExpressionSyntax call)
    {
        if (model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol { ReducedFrom: { } extension } || call.Expression is not MemberAccessExpressionSyntax access)
        {
            return false;
        }

        Space(call.GetLeadingTrivia());
        _text.Append(SymbolText.BareCode(extension.ContainingType)).Append('.');
        WriteName(access.Name);
        _text.Append('(');
        WriteNode(access.Expression);
        if (call.ArgumentList.Arguments.Count > 0)
        {
            _text.Append(", ");
        }

        foreach (var part in call.ArgumentList.Arguments.GetWithSeparators())
        {
            if (part.AsNode() is { } argument)
            {
                WriteNode(argument);
            }
            else
            {
                WriteToken(part.AsToken());
            }
        }

        WriteToken(call.ArgumentList.CloseParenToken);
        return true;
    }

    // A tag must not depend on the culture of the thread that records it.
    private bool TryWriteInvariant(InterpolatedStringExpressionSyntax interpolated)
    {
        if (model.GetTypeInfo(interpolated, cancellation).ConvertedType?.SpecialType != SpecialType.System_String
            || interpolated.Contents.OfType<InterpolationSyntax>().All(hole => model.GetTypeInfo(hole.Expression, cancellation).Type?.SpecialType == SpecialType.System_String))
        {
            return false;
        }

        Space(interpolated.GetLeadingTrivia());
        _text.Append("string.Create(global::System.Globalization.CultureInfo.InvariantCulture, ");
        foreach (var child in interpolated.ChildNodesAndTokens())
        {
            if (child.AsNode() is { } node)
            {
                WriteNode(node);
            }
            else
            {
                WriteToken(child.AsToken());
            }
        }

        _text.Append(')');
        return true;
    }

    private void WriteName(SimpleNameSyntax name)
    {
        _text.Append(name.Identifier.Text);
        if (name is GenericNameSyntax generic)
        {
            WriteNode(generic.TypeArgumentList);
        }
        else
        {
            Space(name.GetTrailingTrivia());
        }
    }

    private void Replace(SyntaxNode node, string text)
    {
        Space(node.GetLeadingTrivia());
        _text.Append(text);
        Space(node.GetTrailingTrivia());
    }

    private void WriteToken(SyntaxToken token)
    {
        Space(token.LeadingTrivia);
        _text.Append(token.Text);
        Space(token.TrailingTrivia);
    }

    private void Space(SyntaxTriviaList trivia)
    {
        if (trivia.Span.Length > 0 && _text.Length > 0 && _text[_text.Length - 1] != ' ')
        {
            _text.Append(' ');
        }
    }
}
