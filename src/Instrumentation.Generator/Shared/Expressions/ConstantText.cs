using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Instrumentation.Generator.Shared;

/// <summary>Constants written out.</summary>
internal static class ConstantText
{
    /// <summary>The literal for a constant field; <see langword="null"/> for an enum's member, whose literal would lose the type.</summary>
    public static string? Of(IFieldSymbol field) => field.Type.SpecialType switch
    {
        SpecialType.System_Boolean or SpecialType.System_Int32 or SpecialType.System_String or SpecialType.System_Char => Literal(field.ConstantValue),
        SpecialType.System_Byte => "((byte)" + Literal(field.ConstantValue) + ")",
        SpecialType.System_SByte => "((sbyte)" + Literal(field.ConstantValue) + ")",
        SpecialType.System_Int16 => "((short)" + Literal(field.ConstantValue) + ")",
        SpecialType.System_UInt16 => "((ushort)" + Literal(field.ConstantValue) + ")",
        SpecialType.System_Int64 => Literal(field.ConstantValue) + "L",
        SpecialType.System_UInt32 => Literal(field.ConstantValue) + "U",
        SpecialType.System_UInt64 => Literal(field.ConstantValue) + "UL",
        _ => null,
    };

    public static string Literal(object? value) => value is null ? "null" : SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false) ?? "null";
}
