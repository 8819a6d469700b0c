using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Instrumentation.Generator.Parsing;

/// <summary>Writes the value that a parameter has where a caller gives none.</summary>
internal static class DefaultValue
{
    /// <summary><c> = 5</c>, or nothing.</summary>
    public static string Of(IParameterSymbol parameter) => !parameter.HasExplicitDefaultValue ? string.Empty : " = " + Text(parameter.Type, parameter.ExplicitDefaultValue);

    private static string Text(ITypeSymbol type, object? value) => value switch
    {
        null => type.IsValueType || type is ITypeParameterSymbol ? "default" : "null",
        double.NaN => "double.NaN",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        float.NaN => "float.NaN",
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        _ when Enum(type) is { } named => $"({SymbolText.Of(named)})({SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)})",
        decimal number => number.ToString(System.Globalization.CultureInfo.InvariantCulture) + "m",
        float number => number.ToString("R", System.Globalization.CultureInfo.InvariantCulture) + "f",
        double number => number.ToString("R", System.Globalization.CultureInfo.InvariantCulture) + "d",
        _ => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false),
    };

    private static ITypeSymbol? Enum(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Enum } => type,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => Enum(nullable.TypeArguments[0]),
        _ => null,
    };
}
