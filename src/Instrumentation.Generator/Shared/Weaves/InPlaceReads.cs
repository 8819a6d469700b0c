using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Shared;

/// <summary>What the expressions of an in-place method read: its builder sees the result and the exception, but no argument.</summary>
/// <param name="Arguments">Whether tags read arguments or the instance, which a caller hands over.</param>
/// <param name="Result">Whether anything reads the result.</param>
/// <param name="OfCallers">What can neither be seen nor handed over, as half a sentence; null for nothing.</param>
internal sealed record InPlaceReads(bool Arguments, bool Result, string? OfCallers)
{
    private static readonly string[] s_valued =
    [
        KnownNames.MetricCounterAttribute,
        KnownNames.MetricHistogramAttribute,
        KnownNames.MetricSummaryAttribute,
        KnownNames.MetricUpDownCounterAttribute,
        KnownNames.MetricGaugeAttribute,
    ];

    private static readonly string[] s_conditions = [KnownNames.FailureWhenAttribute, KnownNames.RejectedWhenAttribute];

    private static readonly ConditionalWeakTable<IMethodSymbol, InPlaceReads> s_known = new();

    public static InPlaceReads Of(IMethodSymbol method) => s_known.GetValue(method, static key => Read(key));

    /// <summary>Whether what the expression says is known to a caller alone.</summary>
    public static bool IsOfCaller(IMethodSymbol method, BoundTagExpression expression) =>
        expression.UsesTarget || !expression.Parameters.IsDefaultOrEmpty || MentionsTypeParameter(method, expression);

    private static InPlaceReads Read(IMethodSymbol method)
    {
        var tags = Declared(method, KnownNames.TagAttribute).Concat(Declared(method, KnownNames.SpanTagAttribute)).ToList();
        var expressions = tags.Select(tag => (Expression: Bind(method, tag.Attribute, tag.Attribute.Text("From")), Text: $"the tag '{tag.Name}'", IsTag: true))
            .Concat(s_valued.SelectMany(name => method.All(name)).Select(attribute => (Expression: Bind(method, attribute, attribute.Text("Value")), Text: $"the value of '{attribute.Name()}'", IsTag: false)))
            .Concat(s_conditions.SelectMany(name => method.All(name)).Select(attribute => (Expression: Bind(method, attribute, attribute.Name()), Text: $"the condition '{attribute.Name()}'", IsTag: false)))
            .Where(static use => use.Expression is not null)
            .Select(use => (use.Text, use.IsTag, OfCaller: IsOfCaller(method, use.Expression!), use.Expression!.UsesResult))
            .ToList();
        return new InPlaceReads(
            tags.Any(static tag => tag.Of is IParameterSymbol) || expressions.Any(static use => use is { IsTag: true, OfCaller: true }),
            tags.Any(static tag => tag.Of is IMethodSymbol) || expressions.Any(static use => use.UsesResult),
            expressions.FirstOrDefault(static use => use.OfCaller && (!use.IsTag || use.UsesResult)) is { Text: { } text } ? $"{text} reads what only a caller has"
                : Combinations(method) >= long.MaxValue ? "the tags of its arguments have more combinations than there are numbers"
                : null);
    }

    private static IEnumerable<TagDeclaration> Declared(IMethodSymbol method, string attribute) => TagDeclaration.All(method, method, attribute).Where(static tag => !tag.IsConstant);

    // One number is handed over for all of them. Not less than what the parser makes of them.
    private static double Combinations(IMethodSymbol method) => Declared(method, KnownNames.TagAttribute).Aggregate(1.0, (product, tag) => product * Count(method, tag));

    private static int Count(IMethodSymbol method, TagDeclaration tag)
    {
        const int more = 3; // other, none, unknown
        var values = tag.Attribute.Elements("Values")?.Select(static value => value.Value as string ?? string.Empty).ToList();
        var maxValues = tag.Attribute.Number("MaxValues", 0);
        var bound = Bind(method, tag.Attribute, tag.Attribute.Text("From")) is { } expression ? TagBoundReader.Read(expression, values, maxValues)
            : tag.Of is IParameterSymbol parameter ? TagBoundReader.Read(parameter.Type, values, maxValues)
            : null;
        return bound is null ? 1 : bound.Values.Length + bound.MaxValues + more;
    }

    private static BoundTagExpression? Bind(IMethodSymbol method, AttributeData attribute, string? text) =>
        text is not null && attribute.ApplicationSyntaxReference?.GetSyntax() is AttributeSyntax syntax && method.ContainingAssembly is ISourceAssemblySymbol assembly
            && TagExpressionBinder.Bind(TreeModels.Of(assembly.Compilation, syntax.SyntaxTree), method, syntax, text, CancellationToken.None) is { IsBound: true } bound
                ? bound
                : null;

    // A builder has no type parameters but that of the result.
    private static bool MentionsTypeParameter(IMethodSymbol method, BoundTagExpression expression)
    {
        var names = new HashSet<string>(method.TypeParameters.Select(static parameter => parameter.Name), StringComparer.Ordinal);
        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            names.UnionWith(type.TypeParameters.Select(static parameter => parameter.Name));
        }

        return names.Count > 0 && expression.Code is { } code && SyntaxFactory.ParseTokens(code).Any(token => token.IsKind(SyntaxKind.IdentifierToken) && names.Contains(token.ValueText));
    }
}
