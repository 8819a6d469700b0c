using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Hygiene;

/// <summary>The field that an observed gauge shows as it is.</summary>
internal static class ObservedFields
{
    /// <summary>Of the callback of an observable instrument.</summary>
    public static IFieldSymbol? Of(IOperation? callback) => callback switch
    {
        IConversionOperation conversion => Of(conversion.Operand),
        IDelegateCreationOperation created => Of(created.Target),
        IAnonymousFunctionOperation lambda => OfBody(lambda.Body),
        _ => null,
    };

    /// <summary>Of a body that only returns.</summary>
    public static IFieldSymbol? OfBody(IOperation body) => body switch
    {
        IBlockOperation block when block.Operations.FirstOrDefault() is IReturnOperation { ReturnedValue: { } value } => Shown(value),
        _ => null,
    };

    private static IFieldSymbol? Shown(IOperation value) => value switch
    {
        IFieldReferenceOperation field => field.Field.OriginalDefinition,
        IConversionOperation conversion => Shown(conversion.Operand),
        IInvocationOperation { TargetMethod: { Name: "Read", ContainingType.Name: "Interlocked" or "Volatile" }, Arguments: { Length: 1 } arguments } => Shown(arguments[0].Value),
        IObjectCreationOperation { Type.Name: "Measurement", Arguments: { IsEmpty: false } arguments } => Shown(arguments[0].Value),
        _ => null,
    };
}
