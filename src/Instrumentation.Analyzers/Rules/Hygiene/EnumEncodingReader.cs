using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Hygiene;

/// <summary>Reads how an expression writes an enum.</summary>
internal static class EnumEncodingReader
{
    /// <summary>The encoding of an expression that writes an enum as it stands; null for any other.</summary>
    public static EnumEncoding? Of(IOperation? value) => value switch
    {
        IConversionOperation { Operand.Type: INamedTypeSymbol { TypeKind: TypeKind.Enum } type } conversion when IsNumber(conversion.Type) && !conversion.ConstantValue.HasValue => EnumEncoding.Underlying(type),
        IConversionOperation conversion => Of(conversion.Operand),
        IParenthesizedOperation parenthesized => Of(parenthesized.Operand),
        ISwitchExpressionOperation { Value.Type: INamedTypeSymbol { TypeKind: TypeKind.Enum } type } choice => OfArms(type, choice),
        IConditionalOperation conditional => OfConditions(conditional),
        IInvocationOperation call => OfText(call),
        _ => null,
    };

    /// <summary>The encoding of a method that switches over an enum and returns constants; null for any other body.</summary>
    public static EnumEncoding? OfBody(IBlockOperation body)
    {
        return body.Operations.FirstOrDefault(static operation => operation is IReturnOperation or ISwitchOperation) switch
        {
            IReturnOperation returned => Of(returned.ReturnedValue),
            ISwitchOperation { Value.Type: INamedTypeSymbol { TypeKind: TypeKind.Enum } type } choice => OfCases(type, choice),
            _ => null,
        };
    }

    private static EnumEncoding? OfArms(INamedTypeSymbol type, ISwitchExpressionOperation choice) =>
        Known(type, choice.Arms.Where(static arm => arm.Guard is null).SelectMany(static arm => Members(arm.Pattern).Select(member => (member, Constant(arm.Value)))), choice.Arms.FirstOrDefault(static arm => arm.Pattern is IDiscardPatternOperation)?.Value);

    private static EnumEncoding? OfCases(INamedTypeSymbol type, ISwitchOperation choice)
    {
        var cases = choice.Cases.Select(static section => (section.Clauses, Value: section.Body.SelectMany(static part => part.DescendantsAndSelf()).OfType<IReturnOperation>().FirstOrDefault()?.ReturnedValue)).ToList();
        return Known(
            type,
            cases.SelectMany(static section => section.Clauses.OfType<ISingleValueCaseClauseOperation>().SelectMany(clause => Member(clause.Value) is { } member ? new[] { (member, Constant(section.Value)) } : [])),
            cases.FirstOrDefault(static section => section.Clauses.Any(static clause => clause.CaseKind == CaseKind.Default)).Value);
    }

    private static EnumEncoding? OfConditions(IConditionalOperation conditional)
    {
        var pairs = new List<(string, object?)>();
        IOperation? value = conditional;
        INamedTypeSymbol? type = null;
        while (value is IConditionalOperation { Condition: IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } test } step)
        {
            type = (test.LeftOperand is IConversionOperation left ? left.Operand : test.LeftOperand).Type as INamedTypeSymbol;
            if (type is not { TypeKind: TypeKind.Enum } || (Member(test.RightOperand) ?? Member(test.LeftOperand)) is not { } member)
            {
                return null;
            }

            pairs.Add((member, Constant(step.WhenTrue)));
            value = step.WhenFalse;
            value = value is IConversionOperation { Operand: IConditionalOperation inner } ? inner : value;
        }

        // One condition alone tells a state from the rest: a series for each state, and no encoding.
        return type is null || pairs.Count < 2 ? null : Known(type, pairs, value);
    }

    private static EnumEncoding? OfText(IInvocationOperation call) => call.TargetMethod.Name switch
    {
        "ToString" when call.Arguments.IsEmpty && call.Instance?.Type is INamedTypeSymbol { TypeKind: TypeKind.Enum } type => EnumEncoding.Names(type, static name => name),
        "ToLowerInvariant" or "ToLower" when call.Instance is { } text && Of(text) is { IsNumber: false } encoding => EnumEncoding.Names(encoding.Type, static name => name.ToLowerInvariant()),
        "ToUpperInvariant" or "ToUpper" when call.Instance is { } text && Of(text) is { IsNumber: false } encoding => EnumEncoding.Names(encoding.Type, static name => name.ToUpperInvariant()),
        _ => null,
    };

    private static EnumEncoding? Known(INamedTypeSymbol type, IEnumerable<(string Member, object? Value)> pairs, IOperation? otherwise)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        object? sample = null;
        foreach (var (member, value) in pairs)
        {
            if (value is null)
            {
                return null;
            }

            sample = value;
            values[member] = EnumEncoding.Text(value);
        }

        if (Constant(otherwise) is { } rest)
        {
            foreach (var member in EnumEncoding.Members(type).Where(member => !values.ContainsKey(member.Name)))
            {
                values.Add(member.Name, EnumEncoding.Text(rest));
            }
        }

        return values.Count < 2 || sample is null ? null : new EnumEncoding(type, values, sample is not string);
    }

    private static IEnumerable<string> Members(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation constant when Member(constant.Value) is { } member => [member],
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => Members(either.LeftPattern).Concat(Members(either.RightPattern)),
        _ => [],
    };

    private static string? Member(IOperation value) => value switch
    {
        IFieldReferenceOperation { Field: { HasConstantValue: true, ContainingType.TypeKind: TypeKind.Enum } field } => field.Name,
        IConversionOperation conversion => Member(conversion.Operand),
        _ => null,
    };

    private static object? Constant(IOperation? value) => value switch
    {
        { ConstantValue: { HasValue: true, Value: { } constant } } => constant,
        IConversionOperation conversion => Constant(conversion.Operand),
        _ => null,
    };

    private static bool IsNumber(ITypeSymbol? type) => type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;
}
