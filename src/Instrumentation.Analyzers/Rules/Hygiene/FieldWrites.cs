using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Hygiene;

/// <summary>Where a reference to a number in a field moves it.</summary>
internal static class FieldWrites
{
    /// <summary>The movement; null where the field is only read.</summary>
    public static Movement? Of(IOperation field) => field.Parent switch
    {
        IIncrementOrDecrementOperation step => step.Kind == OperationKind.Increment ? Movement.Up : Movement.Down,
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add } sum when sum.Target == field => Towards(Constants.Number(sum.Value)),
        IAssignmentOperation assignment => assignment.Target == field ? Movement.Either : null,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => OfCall(argument),
        IAddressOfOperation => Movement.Either,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsRef: true } } => Movement.Either,
        _ => null,
    };

    private static Movement? OfCall(IArgumentOperation argument) => argument.Parent is IInvocationOperation { TargetMethod: { ContainingType.Name: "Interlocked" or "Volatile" } method } call
        ? method.Name switch
        {
            "Increment" => Movement.Up,
            "Decrement" => Movement.Down,
            "Read" => null,
            "Add" => Towards(Constants.Number(call.Arguments.FirstOrDefault(static other => other.Parameter?.Name == "value")?.Value)),
            _ => Movement.Either,
        }
        : Movement.Either;

    private static Movement Towards(double? amount) => amount > 0 ? Movement.Up : amount < 0 ? Movement.Down : Movement.Either;
}
