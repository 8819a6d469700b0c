using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Rules.Cardinality;

/// <summary>Which numbers have fractions.</summary>
internal static class NumberTypes
{
    public static bool IsFractional(ITypeSymbol? type) => type is { SpecialType: SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal };

    public static bool IsWhole(ITypeSymbol? type) => type is { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_UInt64 };
}
