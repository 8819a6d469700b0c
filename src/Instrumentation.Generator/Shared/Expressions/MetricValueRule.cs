using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>Whether an expression can be the <c>Value</c> of an instrument.</summary>
internal static class MetricValueRule
{
    /// <summary>Why it cannot, as a sentence; <see langword="null"/> if it can, or if the attribute is not an instrument.</summary>
    public static string? WhyNot(BoundTagExpression bound, INamedTypeSymbol attribute, Compilation compilation)
    {
        var wanted = attribute.ToDisplayString() switch
        {
            KnownNames.MetricCounterAttribute or KnownNames.MetricUpDownCounterAttribute => SpecialType.System_Int64,
            KnownNames.MetricHistogramAttribute or KnownNames.MetricGaugeAttribute => SpecialType.System_Double,
            _ => SpecialType.None,
        };
        if (wanted == SpecialType.None || bound.Type is not { } type)
        {
            return null;
        }

        var target = compilation.GetSpecialType(wanted);
        return compilation.ClassifyCommonConversion(type, target) is { Exists: true, IsImplicit: true }
            ? null
            : $"The value is a '{SymbolText.Short(type)}', which does not convert to '{SymbolText.Short(target)}'; convert it in the expression.";
    }
}
