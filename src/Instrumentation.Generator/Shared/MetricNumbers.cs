using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>Which values an instrument can record. The generator skips what is refused here; the analyzers say why.</summary>
internal static class MetricNumbers
{
    /// <summary>By type alone: a conversion that the user defined may throw, so he must write it into an expression.</summary>
    public static MetricNumber Of(ITypeSymbol? type) => type switch
    {
        { SpecialType: SpecialType.System_UInt64 or SpecialType.System_UIntPtr or SpecialType.System_Single or SpecialType.System_Double } => MetricNumber.Floating,
        { SpecialType: (>= SpecialType.System_SByte and <= SpecialType.System_Int64) or SpecialType.System_IntPtr } => MetricNumber.Whole,
        { SpecialType: SpecialType.System_Decimal } => MetricNumber.Decimal,
        { SpecialType: SpecialType.System_Boolean } => MetricNumber.Flag,
        INamedTypeSymbol { Name: "TimeSpan", ContainingType: null, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } => MetricNumber.Duration,
        _ => MetricNumber.None,
    };

    /// <summary>Why an instrument cannot record values of the type, as a sentence; null where it can.</summary>
    public static string? WhyNot(ITypeSymbol type, string instrument) => Of(type) switch
    {
        MetricNumber.None => $"The value is a '{SymbolText.Short(type)}', which is no number; convert it in the expression.",
        MetricNumber.Flag when instrument != KnownNames.MetricGaugeAttribute => "The value is a 'bool', which only a gauge can show; write '? 1 : 0'.",
        _ => null,
    };
}
