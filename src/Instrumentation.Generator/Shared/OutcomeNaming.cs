using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>How the outcomes of a metric's calls are named: by the method, then by its type, then by its assembly.</summary>
internal static class OutcomeNaming
{
    private const string DefaultTag = "outcome";

    /// <summary>The outcomes, each with its default name, in the order of their numbers.</summary>
    private static readonly (string Property, string Name)[] s_outcomes =
    [
        ("Success", "success"),
        ("Failure", "failure"),
        ("Cancelled", "cancelled"),
        ("Timeout", "timeout"),
        ("Rejected", "rejected"),
    ];

    /// <summary>
    /// The outcome tag of an instrument: the one it names; for an <c>[Instrumented]</c> that names none, the one its outcomes are named by. Null for none.
    /// </summary>
    /// <param name="attribute">The instrument.</param>
    /// <param name="method">The method.</param>
    /// <param name="metric">Name of the metric.</param>
    /// <param name="call">The metrics of an <c>[Instrumented]</c>; null for another attribute.</param>
    public static string? Shown(AttributeData attribute, IMethodSymbol method, string metric, CallMetricNames? call)
    {
        var tag = attribute.Text("OutcomeTag") ?? (call is null ? string.Empty : call.IsCommon ? DefaultTag : Text(method, metric, "Tag") ?? DefaultTag);
        return MetricNames.WhyNotTag(tag) is null ? tag : null;
    }

    /// <summary>The names, in the order of the outcomes; empty where they are the default ones. The common families keep those: they are the same in every service.</summary>
    public static IReadOnlyList<string> Names(AttributeData attribute, IMethodSymbol method, string metric, CallMetricNames? call)
    {
        if (call is { IsCommon: true } && attribute.Text("OutcomeTag") is null)
        {
            return [];
        }

        var names = s_outcomes.Select(outcome => Text(method, metric, outcome.Property) ?? outcome.Name).ToList();
        return names.SequenceEqual(s_outcomes.Select(static outcome => outcome.Name), StringComparer.Ordinal) ? [] : names;
    }

    private static string? Text(IMethodSymbol method, string metric, string property) =>
        Attributes(method, metric).Select(attribute => attribute.Text(property)).FirstOrDefault(static text => text is not null);

    private static IEnumerable<AttributeData> Attributes(IMethodSymbol method, string metric) =>
        new ISymbol[] { method, method.ContainingType, method.ContainingAssembly }
            .SelectMany(symbol => symbol.All(KnownNames.OutcomeNamesAttribute).OrderBy(static attribute => attribute.Text("Metric") is null))
            .Where(attribute => attribute.Text("Metric") is not { } only || only == metric);
}
