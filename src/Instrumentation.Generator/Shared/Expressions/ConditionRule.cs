using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>Whether an expression can be the condition of a <c>[FailureWhen]</c> or <c>[RejectedWhen]</c>.</summary>
internal static class ConditionRule
{
    /// <summary>Why it cannot, as a sentence; <see langword="null"/> if it can.</summary>
    public static string? WhyNot(BoundTagExpression bound) => bound.Type switch
    {
        { SpecialType: SpecialType.System_Boolean } => null,
        { } type when NullableTypes.Underlying(type).SpecialType == SpecialType.System_Boolean => "The condition may be null; compare it with 'true'.",
        _ => $"The condition is a '{SymbolText.Short(bound.Type)}' and not a 'bool'; write a comparison.",
    };
}
