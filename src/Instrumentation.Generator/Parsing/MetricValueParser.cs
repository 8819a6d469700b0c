using Instrumentation.Generator.Model;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing;

/// <summary>Turns a value into what an instrument records; null where its type is no number.</summary>
internal static class MetricValueParser
{
    /// <summary>A value that may be null, read twice: a parameter.</summary>
    public static string? OfParameter(InstrumentKind kind, ITypeSymbol type, string code)
    {
        if (!NullableTypes.CanBeNull(type))
        {
            return Of(kind, type, code);
        }

        return Of(kind, NullableTypes.Underlying(type), code + ".GetValueOrDefault()") is { } value ? $"{code}.HasValue ? {value} : {Dropped(kind)}" : null;
    }

    /// <summary>A value that may be null, read once: a member.</summary>
    public static string? OfMember(ITypeSymbol type, string code)
    {
        if (!NullableTypes.CanBeNull(type))
        {
            return Of(InstrumentKind.Gauge, type, code);
        }

        return Of(InstrumentKind.Gauge, NullableTypes.Underlying(type), "value") is { } value ? $"{code} is {{ }} value ? {value} : {Dropped(InstrumentKind.Gauge)}" : null;
    }

    private static string? Of(InstrumentKind kind, ITypeSymbol type, string code) => type switch
    {
        { TypeKind: TypeKind.Enum } => null,
        { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Int64 or SpecialType.System_IntPtr } when type.SpecialType != SpecialType.System_UInt64 => code,
        _ when kind is InstrumentKind.Counter or InstrumentKind.UpDownCounter => null,
        { SpecialType: SpecialType.System_UInt64 or SpecialType.System_UIntPtr or SpecialType.System_Single or SpecialType.System_Double } => code,
        { SpecialType: SpecialType.System_Decimal } => $"(double){code}",
        { SpecialType: SpecialType.System_Boolean } when kind == InstrumentKind.Gauge => $"({code} ? 1d : 0d)",
        INamedTypeSymbol { Name: "TimeSpan", ContainingType: null } span when SymbolText.Namespace(span) == "System" => code + ".TotalSeconds",
        _ => null,
    };

    // What the instruments ignore.
    private static string Dropped(InstrumentKind kind) => kind switch
    {
        InstrumentKind.Counter => "-1",
        InstrumentKind.UpDownCounter => "0",
        _ => "double.NaN",
    };
}
