using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Cardinality;

/// <summary>The parts of a text that is put together of which nothing is known: <c>$"orders.{tenant}"</c>.</summary>
internal static class OpenHoles
{
    /// <summary>The first; null where all parts are constants, enums or names out of the program, or where the text is not put together here.</summary>
    public static IOperation? FirstOf(IOperation text, ValueFlow flow) => Holes(Composed(text)).FirstOrDefault(hole => flow.Of(hole).Kind != EvidenceKind.Closed);

    private static IOperation Composed(IOperation text)
    {
        var value = text.Unconverted();
        return value is ILocalReferenceOperation local && VariableValues.Before(local.Local, local) is { AreAll: true, Known: { Count: 1 } known } ? known[0].Unconverted() : value;
    }

    private static IEnumerable<IOperation> Holes(IOperation text) => text.Unconverted() switch
    {
        { ConstantValue.HasValue: true } => [],
        IInterpolatedStringOperation parts => parts.Parts.OfType<IInterpolationOperation>().Select(static part => part.Expression.Unconverted()),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => Leaves(sum),
        IInvocationOperation { TargetMethod: { Name: "Format" or "Concat" or "Join", ContainingType.SpecialType: SpecialType.System_String } } call =>
            call.Arguments.Where(static argument => argument.Parameter?.Type.Name != "IFormatProvider").SelectMany(static argument => argument.Value.Unconverted() is IArrayCreationOperation { Initializer: { } list } ? list.ElementValues : [argument.Value]).Select(static value => value.Unconverted()).Where(static value => !value.ConstantValue.HasValue),
        _ => [],
    };

    private static IEnumerable<IOperation> Leaves(IOperation operand) => operand.Unconverted() is var value && value is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum
        ? Leaves(sum.LeftOperand).Concat(Leaves(sum.RightOperand))
        : value.ConstantValue.HasValue ? [] : Holes(value).DefaultIfEmpty(value);
}
