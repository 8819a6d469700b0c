using Instrumentation.Generator.Model;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing;

/// <summary>Turns a value into the number that an instrument records; null where it is none.</summary>
internal static class MetricValueParser
{
    /// <summary>The value of an expression.</summary>
    public static ParsedValue? OfExpression(InstrumentKind kind, AttributeData attribute, string text, ExpressionParser expressions) =>
        expressions.Parse(attribute, text) is { } parsed && Of(kind, parsed.Type, $"({parsed.Model.Code})", parsed.Model.Code) is { } code
            ? new ParsedValue(parsed.Model with { Code = code }, IsFractional(parsed.Type))
            : null;

    /// <summary>A value that may be null, read twice: a parameter.</summary>
    public static ParsedValue? OfParameter(InstrumentKind kind, ParsedExpression parameter)
    {
        var (type, code) = (NullableTypes.Underlying(parameter.Type), parameter.Model.Code);
        var value = NullableTypes.CanBeNull(parameter.Type)
            ? Of(kind, type, code + ".GetValueOrDefault()") is { } present ? $"{code}.HasValue ? {present} : {MissingValue.Of(kind, IsFractional(type))}" : null
            : Of(kind, type, code);
        return value is null ? null : new ParsedValue(parameter.Model with { Code = value }, IsFractional(type));
    }

    /// <summary>A value that may be null, read once: a member.</summary>
    public static string? OfMember(ITypeSymbol type, string code)
    {
        if (!NullableTypes.CanBeNull(type))
        {
            return Of(InstrumentKind.Gauge, type, code);
        }

        return Of(InstrumentKind.Gauge, NullableTypes.Underlying(type), "value") is { } value ? $"{code} is {{ }} value ? {value} : {MissingValue.Of(InstrumentKind.Gauge, isFractional: true)}" : null;
    }

    private static bool IsFractional(ITypeSymbol type) => MetricNumbers.Of(type) != MetricNumber.Whole;

    private static string? Of(InstrumentKind kind, ITypeSymbol type, string operand, string? expression = null) => MetricNumbers.Of(type) switch
    {
        MetricNumber.Whole or MetricNumber.Floating => expression ?? operand,
        MetricNumber.Decimal => $"(double){operand}",
        MetricNumber.Duration => operand + ".TotalSeconds",
        MetricNumber.Flag when kind == InstrumentKind.Gauge => $"({operand} ? 1d : 0d)",
        _ => null,
    };
}
