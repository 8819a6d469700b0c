using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Shared;

/// <summary>Where a call or a method group says what it means.</summary>
internal static class CallSyntax
{
    // Their operands are numbers and truth values; delegates are added, subtracted and compared.
    private static readonly HashSet<SyntaxKind> s_arithmetic =
    [
        SyntaxKind.MultiplyExpression, SyntaxKind.DivideExpression, SyntaxKind.ModuloExpression,
        SyntaxKind.LessThanExpression, SyntaxKind.LessThanOrEqualExpression, SyntaxKind.GreaterThanExpression, SyntaxKind.GreaterThanOrEqualExpression,
        SyntaxKind.LogicalAndExpression, SyntaxKind.LogicalOrExpression,
    ];

    /// <summary>The name of the method; null in <c>(M)(1)</c>, which has none of its own.</summary>
    public static SimpleNameSyntax? NameOf(SyntaxNode use) => use switch
    {
        InvocationExpressionSyntax call => NameOf(call.Expression),
        MemberAccessExpressionSyntax member => member.Name,
        MemberBindingExpressionSyntax member => member.Name,
        SimpleNameSyntax name => name,
        _ => null,
    };

    /// <summary>The receiver as it is written; null where there is none.</summary>
    public static ExpressionSyntax? Receiver(SyntaxNode use) => use switch
    {
        InvocationExpressionSyntax call => Receiver(call.Expression),
        MemberAccessExpressionSyntax member => member.Expression,
        MemberBindingExpressionSyntax => use.Ancestors().OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault()?.Expression,
        SimpleNameSyntax { Parent: MemberAccessExpressionSyntax member } name when member.Name == name => member.Expression,
        _ => null,
    };

    /// <summary>Whether a name is that of the method in a call.</summary>
    public static bool IsCalled(SimpleNameSyntax name) =>
        Whole(name) is var whole && whole.Parent is InvocationExpressionSyntax call && call.Expression == whole;

    /// <summary>The call in <c>(M)(1)</c>; null where a name is no call.</summary>
    public static InvocationExpressionSyntax? CallInParentheses(SimpleNameSyntax name)
    {
        SyntaxNode node = Whole(name);
        while (node.Parent is ParenthesizedExpressionSyntax)
        {
            node = node.Parent;
        }

        return node.Parent is InvocationExpressionSyntax call && call.Expression == node ? call : null;
    }

    /// <summary>Whether a name that is not called may be that of a method, by its place alone: operands, receivers, what is assigned to and labels are not.</summary>
    public static bool MayBeMethodGroup(SimpleNameSyntax name)
    {
        var whole = Whole(name);
        return whole.Parent switch
        {
            MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or NameColonSyntax or NameEqualsSyntax or TypeSyntax => false,
            ConditionalAccessExpressionSyntax access => access.Expression != whole,
            AssignmentExpressionSyntax assignment => assignment.Left != whole,
            BinaryExpressionSyntax operation => !s_arithmetic.Contains(operation.Kind()),
            _ => true,
        };
    }

    /// <summary>Whether a method group takes a handler away or is compared: nothing is called through it.</summary>
    public static bool IsOnlyCompared(SimpleNameSyntax name)
    {
        SyntaxNode node = Whole(name);
        while (node.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax or ArgumentSyntax or ArgumentListSyntax or BaseObjectCreationExpressionSyntax)
        {
            node = node.Parent;
        }

        return node.Parent is { } parent
            && (parent.IsKind(SyntaxKind.SubtractAssignmentExpression) || parent.IsKind(SyntaxKind.EqualsExpression) || parent.IsKind(SyntaxKind.NotEqualsExpression));
    }

    /// <summary>Whether a name stands in <c>nameof</c>.</summary>
    public static bool IsInNameOf(SyntaxNode name) => name.Ancestors().OfType<InvocationExpressionSyntax>().Any(static call =>
        call is { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments.Count: 1 });

    /// <summary>The places in a part of the code where a name stands.</summary>
    public static IEnumerable<IdentifierNameSyntax> Names(SyntaxNode scope, string text) =>
        scope.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == text);

    /// <summary>The name with the receiver before it.</summary>
    public static ExpressionSyntax Whole(SimpleNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax member && member.Name == name ? member
        : name.Parent is MemberBindingExpressionSyntax binding ? binding
        : name;
}
