using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Generator.Shared;

/// <summary>Whether evaluating an expression may throw. Says no only where nothing but data is read: generated code then needs no <c>try</c>.</summary>
internal sealed class ThrowAnalysis(string targetName)
{
    public bool CanThrow(IOperation? operation) =>
        operation is null || (PlaceholderRewriter.LocalName(operation.Syntax) is null && (!IsSafe(operation) || operation.ChildOperations.Any(CanThrow)));

    private bool IsSafe(IOperation operation) => operation switch
    {
        ILiteralOperation or IDefaultValueOperation or INameOfOperation or ITypeOfOperation => true,
        { ConstantValue.HasValue: true } => true,
        IParenthesizedOperation or IConditionalOperation or IConditionalAccessOperation or IConditionalAccessInstanceOperation or IIsTypeOperation or IInstanceReferenceOperation => true,
        ICoalesceOperation coalesce => coalesce.ValueConversion is not { IsUserDefined: true },
        IBinaryOperation { OperatorMethod: null, IsChecked: false } binary => IsSafe(binary),
        IUnaryOperation { OperatorMethod: null, IsChecked: false } => true,
        IConversionOperation conversion => IsSafe(conversion),
        IIsPatternOperation or IConstantPatternOperation or IRelationalPatternOperation or ITypePatternOperation or IBinaryPatternOperation or INegatedPatternOperation => true,
        IFieldReferenceOperation field => field.Instance is { } instance && IsNotNull(instance),
        IPropertyReferenceOperation { Arguments.Length: 0, Instance: { } instance } property => IsNotNull(instance) && IsPlain(property.Property),
        _ => false,
    };

    private static bool IsSafe(IBinaryOperation binary) => binary.OperatorKind switch
    {
        BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder => false,
        // `text + value` calls ToString of the value.
        BinaryOperatorKind.Add => binary.Type?.SpecialType != SpecialType.System_String,
        // Delegates compare by calling into their targets' Equals.
        _ => binary.LeftOperand.Type?.TypeKind != TypeKind.Delegate,
    };

    private static bool IsSafe(IConversionOperation conversion) =>
        conversion is { OperatorMethod: null, IsChecked: false } && (conversion.Conversion.IsImplicit || conversion.Conversion.IsNumeric);

    // The instance of a woven call is there, and what follows `?.` was tested; a parameter may be null whatever its annotation says.
    private bool IsNotNull(IOperation instance) =>
        instance is IConditionalAccessInstanceOperation or IInstanceReferenceOperation
        || instance.Type is { IsValueType: true }
        || string.Equals(PlaceholderRewriter.LocalName(instance.Syntax), targetName, StringComparison.Ordinal);

    private static bool IsPlain(IPropertySymbol property) =>
        property.ContainingType.SpecialType == SpecialType.System_String
        || (property.ContainingType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T && string.Equals(property.Name, "HasValue", StringComparison.Ordinal))
        || (!property.IsVirtual && !property.IsAbstract && !property.IsOverride
            && property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property)));
}
