using System;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Generator.Shared;

/// <summary>
/// Finds the innermost part of a bound expression that does not mean anything. A speculative model gives no diagnostics, so this asks for what must be there: a symbol for
/// each name, a type for each value, a conversion where one is needed.
/// </summary>
internal sealed class TagExpressionChecker(SemanticModel model, TagExpressionScope scope, CancellationToken cancellation)
{
    private readonly NameChecker _names = new(model, scope, cancellation);

    public ExpressionError? Check(ExpressionSyntax root) => CheckNode(root) ?? CheckOperations(root) ?? CheckRoot(root);

    private static ExpressionError At(SyntaxNode node, string sentence) => new(PlaceholderRewriter.OriginalSpan(node), sentence);

    private ExpressionError? CheckNode(SyntaxNode node)
    {
        cancellation.ThrowIfCancellationRequested();
        if (PlaceholderRewriter.LocalName(node) is not null || node is OmittedArraySizeExpressionSyntax)
        {
            return null;
        }

        if (node is InvocationExpressionSyntax invocation && NameOf.Argument(invocation) is { } argument)
        {
            return CheckNameOf(node, argument);
        }

        foreach (var child in node.ChildNodes())
        {
            if (CheckNode(child) is { } error)
            {
                return error;
            }
        }

        var sentence = node switch
        {
            SimpleNameSyntax name => _names.Check(name),
            InvocationExpressionSyntax call => _names.CheckCall(call),
            ElementAccessExpressionSyntax or ElementBindingExpressionSyntax => _names.CheckIndexer((ExpressionSyntax)node),
            BinaryExpressionSyntax binary => CheckBinary(binary),
            CastExpressionSyntax cast => CheckCast(cast),
            TypeSyntax => null,
            ExpressionSyntax expression => CheckType(expression),
            ConstantPatternSyntax constant => CheckPattern(constant.Expression, constant),
            RelationalPatternSyntax relational => CheckPattern(relational.Expression, relational),
            TypePatternSyntax type => CheckTypePattern(type.Type, type),
            RecursivePatternSyntax { Type: { } type } recursive => CheckTypePattern(type, recursive),
            _ => null,
        };
        return sentence is null ? null : At(node, sentence);
    }

    private ExpressionError? CheckNameOf(SyntaxNode node, ExpressionSyntax argument)
    {
        foreach (var name in argument.DescendantNodesAndSelf().OfType<SimpleNameSyntax>())
        {
            if (_names.CheckExists(name) is { } sentence)
            {
                return At(name, sentence);
            }
        }

        return model.GetConstantValue(node, cancellation).HasValue ? null : At(argument, "The argument of 'nameof' must be a name.");
    }

    private ITypeSymbol? TypeOf(ExpressionSyntax expression) => model.GetTypeInfo(expression, cancellation).Type;

    private string Describe(ExpressionSyntax expression) =>
        expression.IsKind(SyntaxKind.NullLiteralExpression) ? "null" : SymbolText.Short(TypeOf(expression));

    private string? CheckType(ExpressionSyntax expression) => TypeOf(expression) is not IErrorTypeSymbol ? null : expression switch
    {
        PrefixUnaryExpressionSyntax prefix => $"The operator '{prefix.OperatorToken.Text}' cannot be applied to '{Describe(prefix.Operand)}'.",
        ConditionalExpressionSyntax conditional =>
            $"The branches have no common type: one is '{Describe(conditional.WhenTrue)}', the other '{Describe(conditional.WhenFalse)}'; convert one of them.",
        SwitchExpressionSyntax => "The arms have no common type; convert them to one.",
        ConditionalAccessExpressionSyntax => "The part after '?.' has no type that can be null; write out the test for null.",
        _ => "This part has no type; check its spelling.",
    };

    private string? CheckBinary(BinaryExpressionSyntax binary)
    {
        if (binary.IsKind(SyntaxKind.DivideExpression) || binary.IsKind(SyntaxKind.ModuloExpression)
            ? IsZero(binary.Right) && !IsFloatingPoint(binary)
            : IsConstant(binary.Left) && IsConstant(binary.Right) && !IsConstant(binary) && IsNumber(binary))
        {
            return "The constants overflow or divide by zero.";
        }

        if (binary.IsKind(SyntaxKind.IsExpression) || TypeOf(binary) is not IErrorTypeSymbol)
        {
            return null;
        }

        return binary.IsKind(SyntaxKind.AsExpression)
            ? $"'{Describe(binary.Left)}' cannot be converted with 'as'."
            : $"The operator '{binary.OperatorToken.Text}' cannot be applied to '{Describe(binary.Left)}' and '{Describe(binary.Right)}'.";
    }

    private bool IsZero(ExpressionSyntax expression) => model.GetConstantValue(expression, cancellation) is { HasValue: true, Value: 0 or 0L or 0U or 0UL or 0m };

    private bool IsFloatingPoint(ExpressionSyntax expression) => TypeOf(expression)?.SpecialType is SpecialType.System_Single or SpecialType.System_Double;

    private bool IsNumber(ExpressionSyntax expression) => TypeOf(expression)?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Decimal;

    private bool IsConstant(ExpressionSyntax expression) => model.GetConstantValue(expression, cancellation).HasValue;

    private string? CheckCast(CastExpressionSyntax cast)
    {
        var type = TypeOf(cast.Type);
        if (type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64 && IsConstant(cast.Expression) && !IsConstant(cast))
        {
            return $"The constant does not fit into '{SymbolText.Short(type)}'.";
        }

        return type is null || model.ClassifyConversion(cast.Expression, type, isExplicitInSource: true).Exists
            ? null
            : $"'{Describe(cast.Expression)}' cannot be converted to '{SymbolText.Short(type)}'.";
    }

    // The compiler reports these while lowering the pattern, and the operation shows nothing.
    private string? CheckPattern(ExpressionSyntax value, PatternSyntax pattern)
    {
        var input = model.GetTypeInfo(pattern, cancellation).Type;
        var symbol = model.GetSymbolInfo(value, cancellation).Symbol;
        if (input is null || symbol is ITypeSymbol)
        {
            return symbol is ITypeSymbol type && input is not null ? CheckTypes(input, type) : null;
        }

        if (!model.GetConstantValue(value, cancellation).HasValue)
        {
            return $"A pattern compares with a constant, which '{value}' is not; use '==' or another operator.";
        }

        if (value.IsKind(SyntaxKind.NullLiteralExpression))
        {
            return input.IsValueType && input.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T
                ? $"'{SymbolText.Short(input)}' is never null; leave out the test."
                : null;
        }

        var underlying = NullableTypes.Underlying(input);
        var exists = input.SpecialType == SpecialType.System_Object || input is ITypeParameterSymbol || model.ClassifyConversion(value, underlying).IsImplicit
            || (input.IsReferenceType && TypeOf(value) is { } constant && model.Compilation.ClassifyConversion(constant, input).Exists);
        return exists ? null : $"'{SymbolText.Short(input)}' cannot be compared with the {Describe(value)} {value}.";
    }

    private string? CheckTypePattern(TypeSyntax type, PatternSyntax pattern) =>
        model.GetTypeInfo(pattern, cancellation).Type is { } input && TypeOf(type) is { } tested ? CheckTypes(input, tested) : null;

    private string? CheckTypes(ITypeSymbol input, ITypeSymbol tested) =>
        model.Compilation.ClassifyConversion(NullableTypes.Underlying(input), tested).Exists ? null : $"A '{SymbolText.Short(input)}' is never a '{SymbolText.Short(tested)}'; leave out the test.";

    private ExpressionError? CheckOperations(ExpressionSyntax root)
    {
        if (model.GetOperation(root, cancellation) is not { } operation)
        {
            return null;
        }

        var invalid = operation.DescendantsAndSelf()
            .Where(part => part is IInvalidOperation or IConversionOperation { Conversion.Exists: false } || part.Type is IErrorTypeSymbol)
            .OrderBy(part => part.Syntax.Span.Length)
            .FirstOrDefault();
        return invalid switch
        {
            null => null,
            IConversionOperation { Type: not null and not IErrorTypeSymbol } conversion when conversion.Operand.Type is { } from =>
                At(invalid.Syntax, $"'{SymbolText.Short(from)}' cannot be converted to '{SymbolText.Short(conversion.Type)}'."),
            _ => At(invalid.Syntax, "This part does not bind; check names, types and arguments."),
        };
    }

    private ExpressionError? CheckRoot(ExpressionSyntax root) => TypeOf(root) switch
    {
        _ when root.IsKind(SyntaxKind.DefaultLiteralExpression) || TypeOf(root) is null => At(root, "The expression has no type of its own; write a value with a type, such as a member, a comparison or a text."),
        { SpecialType: SpecialType.System_Void } => At(root, "The expression returns nothing; name a value."),
        { TypeKind: TypeKind.Dynamic } => At(root, "The expression is dynamic, so its values are not known at build time; cast it to its type."),
        { IsRefLikeType: true } type => At(root, $"'{SymbolText.Short(type)}' is a ref struct, which cannot be recorded; convert it, for example with 'ToString()'."),
        { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } => At(root, "The expression is a pointer, which cannot be recorded."),
        _ => null,
    };
}
