using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.CodeFixes;

/// <summary>What can be recorded in place of a value without a bound.</summary>
internal static class ClosedValues
{
    /// <summary>For the path of a request the template of its route; null for another value.</summary>
    public static ExpressionSyntax? RouteTemplate(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation)
    {
        var path = Bare(value);
        while (path is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" } or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString" } })
        {
            path = Bare(path is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call } ? call.Expression : ((MemberAccessExpressionSyntax)path).Expression);
        }

        if (path is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Path", Expression: var request }
            || model.GetTypeInfo(request, cancellation).Type?.ToDisplayString() != "Microsoft.AspNetCore.Http.HttpRequest"
            || !model.Compilation.GetTypesByMetadataName("Microsoft.AspNetCore.Routing.RouteEndpoint").Any())
        {
            return null;
        }

        var context = request is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Request", Expression: var owner } && model.GetTypeInfo(owner, cancellation).Type?.ToDisplayString() == "Microsoft.AspNetCore.Http.HttpContext"
            ? owner.WithoutTrivia().ToFullString()
            : $"{request.WithoutTrivia().ToFullString()}.HttpContext";
        var extensions = ShortNames.Of("Microsoft.AspNetCore.Http.EndpointHttpContextExtensions", model, value.SpanStart);
        var endpoint = ShortNames.Of("Microsoft.AspNetCore.Routing.RouteEndpoint", model, value.SpanStart);
        return SyntaxFactory.ParseExpression($"({extensions}.GetEndpoint({context}) as {endpoint})?.RoutePattern.RawText ?? \"unmatched\"");
    }

    /// <summary>For an exception, its message or its text, the name of its type; null for another value.</summary>
    public static ExpressionSyntax? ExceptionType(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation)
    {
        var exception = Bare(value) switch
        {
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Message" or "StackTrace", Expression: var owner } => owner,
            InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString", Expression: var owner } } => owner,
            var other => other,
        };
        return exception is IdentifierNameSyntax or MemberAccessExpressionSyntax && IsException(model.GetTypeInfo(exception, cancellation).Type)
            ? SyntaxFactory.ParseExpression($"{exception.WithoutTrivia().ToFullString()}.GetType().Name")
            : null;
    }

    private static ExpressionSyntax Bare(ExpressionSyntax value) => value switch
    {
        ParenthesizedExpressionSyntax inner => Bare(inner.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } inner => Bare(inner.Operand),
        _ => value,
    };

    private static bool IsException(ITypeSymbol? type) => type is not null && (type.ToDisplayString() == "System.Exception" || IsException(type.BaseType));
}
