using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Flow;

/// <summary>What conditions are known to be on the way from an operation.</summary>
internal static class Conditions
{
    /// <summary>The conditions under which a piece of syntax runs, from the inside out; what is opened under one is closed under the same.</summary>
    public static IReadOnlyList<(ExpressionSyntax Condition, bool IsTrue)> Around(SyntaxNode opened)
    {
        var conditions = new List<(ExpressionSyntax, bool)>();
        SyntaxNode? inner = opened;
        for (var current = opened.Parent; current is not (null or MemberDeclarationSyntax or LambdaExpressionSyntax or LocalFunctionStatementSyntax); inner = current, current = current.Parent)
        {
            if (current is IfStatementSyntax branch && branch.Condition != inner)
            {
                conditions.Add((branch.Condition, branch.Statement == inner));
            }
        }

        return conditions;
    }

    /// <summary>What a condition is, by those known; null where it is none of them.</summary>
    public static bool? In(IReadOnlyList<(ExpressionSyntax Condition, bool IsTrue)> known, SyntaxNode condition)
    {
        foreach (var (same, isTrue) in known)
        {
            if (SyntaxFactory.AreEquivalent(same, condition, topLevel: false))
            {
                return isTrue;
            }
        }

        return null;
    }

    /// <summary>What a test of a variable against null is while the variable is not null; null for any other test.</summary>
    public static bool? OfNotNull(IOperation condition, string variable) => condition switch
    {
        IIsNullOperation test when IsName(test.Operand.Syntax, variable) => false,
        { Syntax: BinaryExpressionSyntax binary } when IsNull(binary.Right) && IsName(binary.Left, variable) => binary.IsKind(SyntaxKind.NotEqualsExpression) ? true : binary.IsKind(SyntaxKind.EqualsExpression) ? false : null,
        { Syntax: IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax { Expression: var constant } } pattern } when IsNull(constant) && IsName(pattern.Expression, variable) => false,
        { Syntax: IsPatternExpressionSyntax pattern } when IsName(pattern.Expression, variable) => true,
        _ => null,
    };

    /// <summary>Whether a piece of syntax is nothing but a name.</summary>
    public static bool IsName(SyntaxNode syntax, string name) => syntax is IdentifierNameSyntax { Identifier.ValueText: var text } && text == name;

    private static bool IsNull(ExpressionSyntax value) => value.IsKind(SyntaxKind.NullLiteralExpression);
}
