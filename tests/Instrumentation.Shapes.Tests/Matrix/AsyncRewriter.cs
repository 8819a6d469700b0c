using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Shapes.Tests.Matrix;

/// <summary>Makes methods async, and lets whoever calls one of their names wait for it.</summary>
/// <remarks>They complete before they return: whoever waits blocks no thread.</remarks>
internal sealed class AsyncRewriter(IReadOnlySet<string> names) : CSharpSyntaxRewriter
{
    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        var method = (MethodDeclarationSyntax)base.VisitMethodDeclaration(node)!;
        if (!names.Contains(node.Identifier.ValueText) || node.Modifiers.Any(SyntaxKind.AsyncKeyword))
        {
            return method;
        }

        var isTask = method.ReturnType.ToString() == "Task";
        if (!isTask)
        {
            method = method.WithReturnType(SyntaxFactory.ParseTypeName(IsVoid(method) ? "Task " : $"Task<{method.ReturnType}> ").WithLeadingTrivia(method.ReturnType.GetLeadingTrivia()));
        }

        if (method.ExpressionBody is { } expression)
        {
            var statement = isTask ? $"await {expression.Expression};" : IsVoid(node) ? $"await Task.CompletedTask; {expression.Expression};" : $"await Task.CompletedTask; return {expression.Expression};";
            method = method.WithExpressionBody(null).WithSemicolonToken(default).WithBody((BlockSyntax)SyntaxFactory.ParseStatement($"{{ {statement} }}"));
        }
        else if (method.Body is { } body)
        {
            method = method.WithBody(body.WithStatements(body.Statements.Insert(0, SyntaxFactory.ParseStatement("await Task.CompletedTask; "))));
        }
        else
        {
            return method;
        }

        return method.WithModifiers(method.Modifiers.Add(SyntaxFactory.Token(SyntaxKind.AsyncKeyword).WithTrailingTrivia(SyntaxFactory.Space)));
    }

    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        var call = base.VisitInvocationExpression(node)!;
        var name = node.Expression switch
        {
            MemberAccessExpressionSyntax member => member.Name,
            MemberBindingExpressionSyntax member => member.Name,
            SimpleNameSyntax simple => simple,
            _ => null,
        };
        return name is not null && names.Contains(name.Identifier.ValueText) && node.Ancestors().OfType<AwaitExpressionSyntax>().FirstOrDefault()?.Expression != node
            ? SyntaxFactory.ParseExpression(call.ToFullString() + ".GetAwaiter().GetResult()")
            : call;
    }

    private static bool IsVoid(MethodDeclarationSyntax method) => method.ReturnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };
}
