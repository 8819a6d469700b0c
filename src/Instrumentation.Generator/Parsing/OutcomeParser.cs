using Instrumentation.Generator.Collections;
using Instrumentation.Generator.Model;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing;

/// <summary>Parses what decides a call's outcome besides its exception; what does not bind or is no condition is left out, and rule INS0001 says why.</summary>
internal static class OutcomeParser
{
    public static OutcomeTarget Parse(IMethodSymbol method, ExpressionParser expressions)
    {
        var rejections = method.All(KnownNames.RejectedWhenAttribute).ToList();
        return new OutcomeTarget(
            Conditions(method.All(KnownNames.FailureWhenAttribute), expressions),
            Conditions(rejections, expressions),
            rejections.Select(static attribute => attribute.ConstructorArguments.FirstOrDefault().Value).OfType<ITypeSymbol>()
                .Where(static type => type is not IErrorTypeSymbol && ErrorTypeList.Refusal(type) is null)
                .Select(static type => SymbolText.Of(type))
                .Distinct(StringComparer.Ordinal)
                .ToEquatable());
    }

    private static EquatableArray<ExpressionModel> Conditions(IEnumerable<AttributeData> attributes, ExpressionParser expressions) =>
        attributes
            .Select(attribute => attribute.Name() is { } text ? expressions.Parse(attribute, text) : null)
            .Where(static condition => condition?.Bound is { } bound && ConditionRule.WhyNot(bound) is null)
            .Select(static condition => condition!.Model)
            .ToEquatable();
}
