using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Hygiene;

/// <summary>Values that are known when the program is built.</summary>
internal static class Constants
{
    /// <summary>A constant text, also one kept in a <c>static readonly</c> field; null where it is none.</summary>
    public static string? Text(IOperation? value) => value switch
    {
        { ConstantValue: { HasValue: true, Value: string text } } => text,
        IConversionOperation conversion => Text(conversion.Operand),
        IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true, DeclaringSyntaxReferences: { Length: 1 } references } }
            when references[0].GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: LiteralExpressionSyntax { Token.Value: string text } } => text,
        _ => null,
    };

    /// <summary>A constant number; null where it is none.</summary>
    public static double? Number(IOperation? value) => value switch
    {
        { ConstantValue: { HasValue: true, Value: IConvertible number and not (string or bool or char or DateTime) } } => number.ToDouble(System.Globalization.CultureInfo.InvariantCulture),
        IConversionOperation { OperatorMethod: null } conversion => Number(conversion.Operand),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } minus => -Number(minus.Operand),
        _ => null,
    };

    /// <summary>The numbers of a list; null where one is not known.</summary>
    public static IReadOnlyList<double>? Numbers(IOperation? list) => Elements(list)?.Select(Number).ToList() is { } numbers && numbers.All(static number => number is not null)
        ? [.. numbers.Select(static number => number!.Value)]
        : null;

    /// <summary>The elements of an array or collection written out; null for anything else.</summary>
    public static IReadOnlyList<IOperation>? Elements(IOperation? list) => list switch
    {
        IConversionOperation conversion => Elements(conversion.Operand),
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        IArrayCreationOperation { DimensionSizes: { Length: 1 } sizes } when sizes[0].ConstantValue is { HasValue: true, Value: 0 } => [],
        ICollectionExpressionOperation collection when collection.Elements.All(static element => element is not ISpreadOperation) => collection.Elements,
        IObjectCreationOperation { Initializer: { } items, Arguments.Length: 0 } => [.. items.Initializers.OfType<IInvocationOperation>().SelectMany(static add => add.Arguments).Select(static argument => argument.Value)],
        IInvocationOperation { TargetMethod: { Name: "Empty", ContainingType.Name: "Array" } } => [],
        _ => null,
    };
}
