using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Cardinality;

/// <summary>Whether a condition lets only a closed set of values through: <c>known.Contains(path) ? path : "other"</c>.</summary>
internal static class Guards
{
    /// <summary>Whether a value, where it is read, has passed such a condition.</summary>
    public static bool Restrict(IOperation use)
    {
        for (var current = use; current.Parent is { } parent; current = parent)
        {
            switch (parent)
            {
                case IConditionalOperation conditional when conditional.WhenTrue == current && Restrict(conditional.Condition, use, whenTrue: true):
                case IConditionalOperation other when other.WhenFalse == current && Restrict(other.Condition, use, whenTrue: false):
                case ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice } arm when arm.Value == current && ((IsClosed(arm.Pattern) && Reads(choice.Value, use)) || (arm.Guard is { } when && Restrict(when, use, whenTrue: true))):
                case ISwitchCaseOperation { Parent: ISwitchOperation cases } section when Reads(cases.Value, use) && section.Clauses.All(static clause => clause is ISingleValueCaseClauseOperation || (clause is IPatternCaseClauseOperation { Pattern: var pattern } && IsClosed(pattern))):
                case IBlockOperation block when block.Operations.TakeWhile(statement => statement != current).Any(statement => Leaves(statement, use)):
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether a condition, where it is true or false, leaves a closed set of what is tested.</summary>
    public static bool Restrict(IOperation condition, IOperation tested, bool whenTrue) => condition.Unconverted() switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var operand } => Restrict(operand, tested, !whenTrue),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both => whenTrue
            ? Restrict(both.LeftOperand, tested, true) || Restrict(both.RightOperand, tested, true)
            : Restrict(both.LeftOperand, tested, false) && Restrict(both.RightOperand, tested, false),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either => whenTrue
            ? Restrict(either.LeftOperand, tested, true) && Restrict(either.RightOperand, tested, true)
            : Restrict(either.LeftOperand, tested, false) || Restrict(either.RightOperand, tested, false),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equal => whenTrue && IsComparedToConstant(equal, tested),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } unequal => !whenTrue && IsComparedToConstant(unequal, tested),
        IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: var pattern } } match => !whenTrue && IsClosed(pattern) && Reads(match.Value, tested),
        IIsPatternOperation match => whenTrue && IsClosed(match.Pattern) && Reads(match.Value, tested),
        IInvocationOperation call => whenTrue && IsMembership(call) && call.Arguments.Any(argument => argument.Parameter?.RefKind != RefKind.Out && Reads(argument.Value, tested)),
        _ => false,
    };

    // `if (!known.Contains(path)) return;` before it.
    private static bool Leaves(IOperation statement, IOperation use) =>
        statement is IConditionalOperation { WhenFalse: null, WhenTrue: var branch } conditional
        && (branch is IBlockOperation { Operations: var steps } ? steps.LastOrDefault() : branch) is IReturnOperation or IThrowOperation or IBranchOperation or IExpressionStatementOperation { Operation: IThrowOperation }
        && Restrict(conditional.Condition, use, whenTrue: false);

    private static bool IsComparedToConstant(IBinaryOperation comparison, IOperation tested) =>
        (IsValue(comparison.LeftOperand) && Reads(comparison.RightOperand, tested)) || (IsValue(comparison.RightOperand) && Reads(comparison.LeftOperand, tested));

    private static bool IsValue(IOperation operand) => operand switch
    {
        { ConstantValue.HasValue: true } => operand.ConstantValue.Value is not null,
        IConversionOperation conversion => IsValue(conversion.Operand),
        _ => operand is IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } },
    };

    private static bool IsClosed(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation => true,
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => IsClosed(either.LeftPattern) && IsClosed(either.RightPattern),
        IBinaryPatternOperation both => IsClosed(both.LeftPattern) || IsClosed(both.RightPattern),
        _ => false,
    };

    // A set is asked whether it has the value; a text that is asked whether it contains another says nothing of itself.
    private static bool IsMembership(IInvocationOperation call) => call.TargetMethod.Name switch
    {
        "Contains" or "ContainsKey" or "TryGetValue" or "IsDefined" or "Exists" => call.Instance?.Type is not { SpecialType: SpecialType.System_String },
        "Equals" => true,
        var name => name.StartsWith("IsKnown", StringComparison.Ordinal) || name.StartsWith("IsAllowed", StringComparison.Ordinal) || name.StartsWith("IsSupported", StringComparison.Ordinal),
    };

    // The value itself, a part of it, or another form of it.
    private static bool Reads(IOperation value, IOperation tested) => value.DescendantsAndSelf().Any(each => Same(each, tested)) || tested.DescendantsAndSelf().Any(each => Same(each, value.Unconverted()));

    private static bool Same(IOperation left, IOperation right) => (left, right) switch
    {
        (ILocalReferenceOperation one, ILocalReferenceOperation other) => SymbolEqualityComparer.Default.Equals(one.Local, other.Local),
        (IParameterReferenceOperation one, IParameterReferenceOperation other) => SymbolEqualityComparer.Default.Equals(one.Parameter, other.Parameter),
        (IMemberReferenceOperation one, IMemberReferenceOperation other) =>
            SymbolEqualityComparer.Default.Equals(one.Member, other.Member)
            && (one.Instance is null ? other.Instance is null : other.Instance is not null && (one.Instance is IInstanceReferenceOperation || Same(one.Instance.Unconverted(), other.Instance.Unconverted()))),
        (IConditionalAccessInstanceOperation one, IConditionalAccessInstanceOperation other) => ValueFlow.Accessed(one) is { } left2 && ValueFlow.Accessed(other) is { } right2 && Same(left2, right2),
        _ => false,
    };
}
