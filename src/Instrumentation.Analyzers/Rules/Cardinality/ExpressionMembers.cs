using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Analyzers.Rules.Cardinality;

/// <summary>The parameters and members that the text of a tag expression reads: <c>order.Customer.Email</c>, <c>this.Owner</c>.</summary>
internal static class ExpressionMembers
{
    public static IEnumerable<ISymbol> Of(string text, IMethodSymbol method) =>
        SyntaxFactory.ParseExpression(text).DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Select(name => Of(name, method)).Where(static symbol => symbol is not null).Select(static symbol => symbol!);

    private static ISymbol? Of(SyntaxNode node, IMethodSymbol method) => node switch
    {
        SimpleNameSyntax { Parent: MemberAccessExpressionSyntax access } name when access.Name == name => Member(TypeOf(access.Expression, method), name.Identifier.ValueText),
        SimpleNameSyntax { Parent: MemberBindingExpressionSyntax } name => name.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>() is { } access ? Member(TypeOf(access.Expression, method), name.Identifier.ValueText) : null,
        SimpleNameSyntax { Identifier.ValueText: var name } => (ISymbol?)method.Parameters.FirstOrDefault(parameter => parameter.Name == name) ?? Member(method.ContainingType, name),
        MemberAccessExpressionSyntax { Name: var name } => Of(name, method),
        _ => null,
    };

    private static ITypeSymbol? TypeOf(ExpressionSyntax expression, IMethodSymbol method) => expression switch
    {
        ThisExpressionSyntax => method.ContainingType,
        ParenthesizedExpressionSyntax inner => TypeOf(inner.Expression, method),
        _ => Of(expression, method) switch
        {
            IParameterSymbol parameter => parameter.Type,
            IPropertySymbol property => property.Type,
            IFieldSymbol field => field.Type,
            _ => null,
        },
    };

    private static ISymbol? Member(ITypeSymbol? type, string name)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(name).FirstOrDefault(static member => member is IPropertySymbol or IFieldSymbol) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
