using Instrumentation.Generator.Model;

namespace Instrumentation.Generator.Emission;

/// <summary>Which of the wrapper's parameters the expressions of a method read.</summary>
internal static class CallInputs
{
    /// <summary>Those that the call takes when it starts.</summary>
    public static IReadOnlyList<InputModel> Of(MethodTarget method) => Distinct(Expressions(method));

    /// <summary>Those that the call keeps because an expression reads them after the wrapper has returned.</summary>
    public static IReadOnlyList<InputModel> Kept(MethodTarget method) => Distinct(Expressions(method).Where(expression => IsLate(method, expression)));

    /// <summary>
    /// Whether the expression is evaluated after the wrapper has returned: with the result, as a condition of the outcome, or for the span of a sequence, which begins with its
    /// first step.
    /// </summary>
    public static bool IsLate(MethodTarget method, ExpressionModel expression) =>
        expression.UsesResult || Conditions(method).Any(condition => ReferenceEquals(condition, expression))
        || (method.Signature.IsSequence && method.SpanTags.Any(tag => ReferenceEquals(tag.Source, expression)));

    private static IEnumerable<ExpressionModel> Conditions(MethodTarget method) => method.Outcomes.Failures.Concat(method.Outcomes.Rejections);

    private static IEnumerable<ExpressionModel> Expressions(MethodTarget method) =>
        method.Tags.Select(static tag => tag.Source)
            .Concat(method.SpanName is null ? [] : method.SpanTags.Select(static tag => tag.Source))
            .Concat(method.Instruments.Select(static instrument => instrument.Value))
            .Concat(Conditions(method))
            .Where(static expression => expression is not null)
            .Select(static expression => expression!);

    private static IReadOnlyList<InputModel> Distinct(IEnumerable<ExpressionModel> expressions) =>
        [.. expressions.SelectMany(static expression => expression.Inputs).GroupBy(static input => input.Name, StringComparer.Ordinal).Select(static same => same.First())];
}
