using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Shared;

/// <summary><c>nameof</c>: its argument is a name, which a placeholder is not.</summary>
internal static class NameOf
{
    /// <summary>The argument, if the call is a <c>nameof</c>.</summary>
    public static ExpressionSyntax? Argument(InvocationExpressionSyntax node) =>
        node is { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" }, ArgumentList.Arguments.Count: 1 } ? node.ArgumentList.Arguments[0].Expression : null;

    /// <summary>The name, when the argument begins with a parameter, <c>result</c> or <c>this</c>; <see langword="null"/> when C# itself knows what it is.</summary>
    public static string? OfLocal(ExpressionSyntax argument, TagExpressionScope scope, Action<SyntaxNode, string?> refuse)
    {
        var path = new Stack<SimpleNameSyntax>();
        while (argument is MemberAccessExpressionSyntax access)
        {
            path.Push(access.Name);
            argument = access.Expression;
        }

        var (type, name) = argument switch
        {
            ThisExpressionSyntax when path.Count > 0 => (scope.Type, null),
            IdentifierNameSyntax identifier => Local(identifier.Identifier.ValueText, scope),
            _ => (null, null),
        };

        if (type is null)
        {
            return null;
        }

        foreach (var part in path)
        {
            name = part.Identifier.ValueText;
            var member = Members.Named(type, name).FirstOrDefault();
            if (member is null)
            {
                refuse(part, Members.Missing(type, name));
                return name;
            }

            type = member switch { IPropertySymbol property => property.Type, IFieldSymbol field => field.Type, _ => type };
        }

        return name;
    }

    private static (ITypeSymbol? Type, string? Name) Local(string name, TagExpressionScope scope) =>
        scope.ParameterType(name) is { } type ? (type, name)
        : string.Equals(name, TagExpressionNames.ResultWord, StringComparison.Ordinal) ? (scope.ResultType, name)
        : (null, null);
}
