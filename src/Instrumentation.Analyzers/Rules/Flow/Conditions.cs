using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Flow;

/// <summary>What conditions are known to be on the way from an operation.</summary>
internal static class Conditions
{
    /// <summary>The conditions under which a piece of syntax runs, as they are written; what is opened under one is closed under the same.</summary>
    public static IReadOnlyDictionary<string, bool> Around(SyntaxNode opened)
    {
        var conditions = new Dictionary<string, bool>(StringComparer.Ordinal);
        SyntaxNode? inner = opened;
        for (var current = opened.Parent; current is not (null or MemberDeclarationSyntax or LambdaExpressionSyntax or LocalFunctionStatementSyntax); inner = current, current = current.Parent)
        {
            if (current is IfStatementSyntax branch && branch.Condition != inner)
            {
                conditions[branch.Condition.ToString()] = branch.Statement == inner;
            }
        }

        return conditions;
    }

    /// <summary>What a test of a variable against null is while the variable is not null; null for any other test.</summary>
    public static bool? OfNotNull(IOperation condition, string variable) => condition switch
    {
        IIsNullOperation test when test.Operand.Syntax.ToString() == variable => false,
        { Syntax: BinaryExpressionSyntax binary } when IsNull(binary.Right) && binary.Left.ToString() == variable => binary.IsKind(SyntaxKind.NotEqualsExpression) ? true : binary.IsKind(SyntaxKind.EqualsExpression) ? false : null,
        { Syntax: IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax { Expression: var constant } } pattern } when IsNull(constant) && pattern.Expression.ToString() == variable => false,
        { Syntax: IsPatternExpressionSyntax pattern } when pattern.Expression.ToString() == variable => true,
        _ => null,
    };

    private static bool IsNull(ExpressionSyntax value) => value.IsKind(SyntaxKind.NullLiteralExpression);
}
