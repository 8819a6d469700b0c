using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Shared;

/// <summary>The part of C# that a tag expression may use: what reads a value, and nothing that declares, assigns, suspends or creates.</summary>
internal static class TagExpressionGrammar
{
    /// <summary>The first construct in the text that is not allowed; <see langword="null"/> if all are.</summary>
    public static ExpressionError? FirstViolation(ExpressionSyntax expression) =>
        expression.DescendantNodesAndSelf()
            .Select(Check)
            .FirstOrDefault(error => error is not null);

    private static ExpressionError? Check(SyntaxNode node)
    {
        var sentence = node switch
        {
            ExpressionSyntax expression => CheckExpression(expression),
            ArgumentSyntax { RefKindKeyword.RawKind: not 0 } => "A tag expression cannot pass an argument by reference; call a method that returns the value.",
            SingleVariableDesignationSyntax or ParenthesizedVariableDesignationSyntax or VarPatternSyntax =>
                "A tag expression cannot declare a variable; test the value with a pattern that names no variable.",
            _ => null,
        };

        return sentence is null ? null : new ExpressionError(node.Span, sentence);
    }

    private static string? CheckExpression(ExpressionSyntax expression) => expression switch
    {
        AssignmentExpressionSyntax => "A tag expression cannot assign; it only reads values.",
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression }
            or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } =>
            "A tag expression cannot increment or decrement; it only reads values.",
        AnonymousFunctionExpressionSyntax => "A tag expression cannot contain a lambda or anonymous method; move it into a property or method and name that.",
        AwaitExpressionSyntax => "A tag expression cannot await; 'result' is already the awaited result of the method.",
        ThrowExpressionSyntax => "A tag expression cannot throw; use a value, such as \"none\", for the missing case.",
        QueryExpressionSyntax => "A tag expression cannot contain a query; move it into a property or method and name that.",
        BaseObjectCreationExpressionSyntax or AnonymousObjectCreationExpressionSyntax => "A tag expression cannot create an object; move it into a property or method and name that.",
        ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or CollectionExpressionSyntax =>
            "A tag expression cannot create an array or collection; move it into a property or method and name that.",
        StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax => "A tag expression cannot allocate on the stack.",
        WithExpressionSyntax => "A tag expression cannot copy an object with 'with'; read the members you need.",
        TupleExpressionSyntax => "A tag expression cannot be a tuple; a tag has one value, so declare one tag for each.",
        DeclarationExpressionSyntax => "A tag expression cannot declare a variable; call a method that returns the value.",
        BaseExpressionSyntax => "A tag expression cannot use 'base'; use 'this'.",
        RefExpressionSyntax or MakeRefExpressionSyntax or RefTypeExpressionSyntax or RefValueExpressionSyntax => "A tag expression cannot take a reference.",
        PostfixUnaryExpressionSyntax { Operand: PostfixUnaryExpressionSyntax } => "One '!' is enough; leave out the other.",
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.Utf8StringLiteralExpression } => "A tag expression cannot contain a UTF-8 literal; leave out the suffix 'u8'.",
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.ArgListExpression } => "A tag expression cannot use '__arglist'.",
        _ => IsAllowed(expression) ? null : "A tag expression cannot contain this construct; move it into a property or method and name that.",
    };

    private static bool IsAllowed(ExpressionSyntax expression) => expression switch
    {
        PointerTypeSyntax or FunctionPointerTypeSyntax => false,
        TypeSyntax or LiteralExpressionSyntax or InterpolatedStringExpressionSyntax or ParenthesizedExpressionSyntax or ThisExpressionSyntax => true,
        MemberAccessExpressionSyntax access => access.IsKind(SyntaxKind.SimpleMemberAccessExpression),
        ConditionalAccessExpressionSyntax or MemberBindingExpressionSyntax or ElementBindingExpressionSyntax => true,
        InvocationExpressionSyntax or ElementAccessExpressionSyntax => true,
        BinaryExpressionSyntax or ConditionalExpressionSyntax or CastExpressionSyntax => true,
        IsPatternExpressionSyntax or SwitchExpressionSyntax => true,
        DefaultExpressionSyntax or TypeOfExpressionSyntax or RangeExpressionSyntax => true,
        PostfixUnaryExpressionSyntax postfix => postfix.IsKind(SyntaxKind.SuppressNullableWarningExpression),
        PrefixUnaryExpressionSyntax prefix => !prefix.IsKind(SyntaxKind.AddressOfExpression) && !prefix.IsKind(SyntaxKind.PointerIndirectionExpression),
        _ => false,
    };
}
