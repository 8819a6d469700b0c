using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>The metrics that a type declares, each with the attribute that does.</summary>
internal static class MetricDeclarations
{
    // Several rules ask each type.
    private static readonly ConditionalWeakTable<INamedTypeSymbol, List<DeclaredMetric>> s_known = new();

    public static IReadOnlyList<DeclaredMetric> Of(INamedTypeSymbol type) => s_known.GetValue(type, static key => [.. Read(key)]);

    private static IEnumerable<DeclaredMetric> Read(INamedTypeSymbol type) =>
        InstrumentedMembers.Of(type).SelectMany(static member => OfCalls(member.Method))
            .Concat(HandCalledMembers.Of(type).SelectMany(static member => OfHandCalled(member.Method)))
            .Concat(ObservedMembers.Of(type).SelectMany(OfObserved))
            .Where(static declared => MetricNames.WhyNotMetric(declared.Metric.Name) is null);

    private static IEnumerable<DeclaredMetric> OfCalls(IMethodSymbol method)
    {
        if (InstrumentedMembers.Covering(method) is { } instrumented)
        {
            var names = new CallMetricNames(instrumented);
            if (names.Duration is { } duration)
            {
                yield return Call(method, instrumented, names, duration, MetricDeclaration.Histogram, MetricDeclaration.DurationUnit, Buckets(instrumented), hasOutcome: true);
            }

            if (names.Calls is { } calls)
            {
                yield return Call(method, instrumented, names, calls, MetricDeclaration.Counter, null, null, hasOutcome: true);
            }

            if (names.InFlight is { } inFlight)
            {
                yield return Call(method, instrumented, names, inFlight, MetricDeclaration.UpDownCounter, null, null, hasOutcome: false);
            }
        }

        foreach (var attribute in method.All(KnownNames.MetricHistogramAttribute))
        {
            yield return Declared(method, attribute, MetricDeclaration.Histogram, DistributionUnit(attribute), Buckets(attribute), hasOutcome: true);
        }

        foreach (var attribute in method.All(KnownNames.MetricSummaryAttribute))
        {
            yield return Declared(method, attribute, MetricDeclaration.Summary, DistributionUnit(attribute), null, hasOutcome: true);
        }

        foreach (var attribute in method.All(KnownNames.MetricCounterAttribute))
        {
            yield return Declared(method, attribute, MetricDeclaration.Counter, attribute.Text("Unit"), null, hasOutcome: true);
        }

        foreach (var attribute in method.All(KnownNames.MetricUpDownCounterAttribute))
        {
            yield return Declared(method, attribute, MetricDeclaration.UpDownCounter, attribute.Text("Unit"), null, hasOutcome: true);
        }

        foreach (var attribute in ObservedMembers.SetGauges(method).Where(static attribute => attribute.Text("Value") is not null))
        {
            yield return Declared(method, attribute, MetricDeclaration.Gauge, attribute.Text("Unit"), null, hasOutcome: false);
        }
    }

    private static IEnumerable<DeclaredMetric> OfHandCalled(IMethodSymbol method) =>
        HandCalledMembers.Instruments(method).Select(attribute =>
            Metric(attribute.Name()!, HandCalledKind(attribute), attribute.Text("Unit"), Buckets(attribute), method, method, attribute, null, typeOnly: false, hasError: false, []));

    private static IEnumerable<DeclaredMetric> OfObserved(ISymbol member) =>
        ObservedMembers.Gauges(member).Select(attribute =>
            Metric(attribute.Name()!, MetricDeclaration.ObservedGauge, attribute.Text("Unit"), null, member, ObservedMembers.Read(member), attribute, null, typeOnly: false, hasError: false, []));

    private static string HandCalledKind(AttributeData attribute) => attribute.AttributeClass?.ToDisplayString() switch
    {
        KnownNames.MetricHistogramAttribute => MetricDeclaration.Histogram,
        KnownNames.MetricSummaryAttribute => MetricDeclaration.Summary,
        KnownNames.MetricCounterAttribute => MetricDeclaration.Counter,
        KnownNames.MetricUpDownCounterAttribute => MetricDeclaration.UpDownCounter,
        _ => MetricDeclaration.Gauge,
    };

    private static DeclaredMetric Call(
        IMethodSymbol method,
        AttributeData attribute,
        CallMetricNames names,
        string name,
        string kind,
        string? unit,
        IReadOnlyList<double>? buckets,
        bool hasOutcome)
    {
        var outcome = hasOutcome ? OutcomeNaming.Shown(attribute, method, name, names) : null;
        var outcomes = outcome is null ? [] : OutcomeNaming.Names(attribute, method, name, names);
        return names.IsCommon
            ? new DeclaredMetric(MetricDeclaration.Of(name, kind, unit, buckets, CallMetricNames.CommonTags.Concat(outcome is null ? [] : [outcome]), outcomes), attribute, method) { Outcome = outcome, Outcomes = outcomes }
            : Metric(name, kind, unit, buckets, method, method, attribute, outcome, typeOnly: !method.Has(attribute), hasError: hasOutcome, outcomes, hasResult: hasOutcome);
    }

    private static DeclaredMetric Declared(IMethodSymbol method, AttributeData attribute, string kind, string? unit, IReadOnlyList<double>? buckets, bool hasOutcome)
    {
        var name = attribute.Name() ?? string.Empty;
        var outcome = hasOutcome ? OutcomeNaming.Shown(attribute, method, name, null) : null;
        return Metric(name, kind, unit, buckets, method, method, attribute, outcome, typeOnly: false, hasError: true, outcome is null ? [] : OutcomeNaming.Names(attribute, method, name, null));
    }

    private static DeclaredMetric Metric(
        string name,
        string kind,
        string? unit,
        IReadOnlyList<double>? buckets,
        ISymbol member,
        IMethodSymbol method,
        AttributeData attribute,
        string? outcome,
        bool typeOnly,
        bool hasError,
        IReadOnlyList<string> outcomes,
        bool hasResult = true)
    {
        // The method's own tag wins over an error of the same name.
        var named = TagDeclaration.All(member, method, KnownNames.TagAttribute)
            .Where(tag => tag.Name is { } known && MetricNames.WhyNotTag(known) is null && (hasResult || !tag.IsOfResult))
            .GroupBy(static tag => tag.Name, StringComparer.Ordinal)
            .Select(static same => same.First())
            .ToList();
        var tags = named.Where(tag => TagDeclaration.IsTaken(attribute, tag.Name!, tag.IsOfType, outcome, typeOnly)).ToList();
        var error = hasError && ErrorTypeList.Declared(method) is { } declared && ErrorTypeList.Tag(declared) is var tagOfError
            && named.All(tag => tag.Name != tagOfError) && TagDeclaration.IsTaken(attribute, tagOfError, !method.Has(declared), outcome, typeOnly) ? declared : null;
        var names = tags.Select(static tag => tag.Name!).Concat(error is null ? [] : [ErrorTypeList.Tag(error)]).Concat(outcome is null ? [] : [outcome]);
        return new DeclaredMetric(MetricDeclaration.Of(name, kind, unit, buckets, names, outcomes), attribute, member) { Tags = tags, Error = error, Outcome = outcome, Outcomes = outcomes };
    }

    // Without a value it is the call's duration.
    private static string? DistributionUnit(AttributeData attribute) => attribute.Text("Value") is null ? MetricDeclaration.DurationUnit : attribute.Text("Unit");

    private static IReadOnlyList<double>? Buckets(AttributeData attribute) =>
        BucketBounds.Of(attribute) is { } bounds && BucketBounds.WhyNot(bounds) is null ? bounds : null;
}
