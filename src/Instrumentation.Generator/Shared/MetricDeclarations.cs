using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>The metrics that a type declares, each with the attribute that does.</summary>
internal static class MetricDeclarations
{
    public static IEnumerable<(MetricDeclaration Metric, AttributeData Attribute, ISymbol Member)> Of(INamedTypeSymbol type) =>
        InstrumentedMembers.Of(type).SelectMany(static member => OfCalls(member.Method))
            .Concat(HandCalledMembers.Of(type).SelectMany(static member => OfHandCalled(member.Method)))
            .Concat(ObservedMembers.Of(type).SelectMany(OfObserved))
            .Where(static declared => MetricNames.WhyNotMetric(declared.Metric.Name) is null);

    private static IEnumerable<(MetricDeclaration Metric, AttributeData Attribute, ISymbol Member)> OfCalls(IMethodSymbol method)
    {
        if (InstrumentedMembers.Covering(method) is { } instrumented)
        {
            var names = new CallMetricNames(instrumented);
            if (names.Duration is { } duration)
            {
                yield return (Call(method, instrumented, names, duration, MetricDeclaration.Histogram, MetricDeclaration.DurationUnit, Buckets(instrumented), hasOutcome: true), instrumented, method);
            }

            if (names.Calls is { } calls)
            {
                yield return (Call(method, instrumented, names, calls, MetricDeclaration.Counter, null, null, hasOutcome: true), instrumented, method);
            }

            if (names.InFlight is { } inFlight)
            {
                yield return (Call(method, instrumented, names, inFlight, MetricDeclaration.UpDownCounter, null, null, hasOutcome: false), instrumented, method);
            }
        }

        foreach (var attribute in method.All(KnownNames.MetricHistogramAttribute))
        {
            yield return (Declared(method, attribute, MetricDeclaration.Histogram, DistributionUnit(attribute), Buckets(attribute), hasOutcome: true), attribute, method);
        }

        foreach (var attribute in method.All(KnownNames.MetricSummaryAttribute))
        {
            yield return (Declared(method, attribute, MetricDeclaration.Summary, DistributionUnit(attribute), null, hasOutcome: true), attribute, method);
        }

        foreach (var attribute in method.All(KnownNames.MetricCounterAttribute))
        {
            yield return (Declared(method, attribute, MetricDeclaration.Counter, attribute.Text("Unit"), null, hasOutcome: true), attribute, method);
        }

        foreach (var attribute in method.All(KnownNames.MetricUpDownCounterAttribute))
        {
            yield return (Declared(method, attribute, MetricDeclaration.UpDownCounter, attribute.Text("Unit"), null, hasOutcome: true), attribute, method);
        }

        foreach (var attribute in ObservedMembers.SetGauges(method).Where(static attribute => attribute.Text("Value") is not null))
        {
            yield return (Declared(method, attribute, MetricDeclaration.Gauge, attribute.Text("Unit"), null, hasOutcome: false), attribute, method);
        }
    }

    private static IEnumerable<(MetricDeclaration Metric, AttributeData Attribute, ISymbol Member)> OfHandCalled(IMethodSymbol method) =>
        HandCalledMembers.Instruments(method).Select(attribute => (
            Metric(attribute.Name()!, HandCalledKind(attribute), attribute.Text("Unit"), Buckets(attribute), method, method, attribute, null, typeOnly: false, hasError: false, []),
            attribute,
            (ISymbol)method));

    private static IEnumerable<(MetricDeclaration Metric, AttributeData Attribute, ISymbol Member)> OfObserved(ISymbol member) =>
        ObservedMembers.Gauges(member).Select(attribute => (
            Metric(attribute.Name()!, MetricDeclaration.ObservedGauge, attribute.Text("Unit"), null, member, ObservedMembers.Read(member), attribute, null, typeOnly: false, hasError: false, []),
            attribute,
            member));

    private static string HandCalledKind(AttributeData attribute) => attribute.AttributeClass?.ToDisplayString() switch
    {
        KnownNames.MetricHistogramAttribute => MetricDeclaration.Histogram,
        KnownNames.MetricSummaryAttribute => MetricDeclaration.Summary,
        KnownNames.MetricCounterAttribute => MetricDeclaration.Counter,
        KnownNames.MetricUpDownCounterAttribute => MetricDeclaration.UpDownCounter,
        _ => MetricDeclaration.Gauge,
    };

    private static MetricDeclaration Call(
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
            ? MetricDeclaration.Of(name, kind, unit, buckets, CallMetricNames.CommonTags.Concat(outcome is null ? [] : [outcome]), outcomes)
            : Metric(name, kind, unit, buckets, method, method, attribute, outcome, typeOnly: !method.Has(attribute), hasError: hasOutcome, outcomes, hasResult: hasOutcome);
    }

    private static MetricDeclaration Declared(IMethodSymbol method, AttributeData attribute, string kind, string? unit, IReadOnlyList<double>? buckets, bool hasOutcome)
    {
        var name = attribute.Name() ?? string.Empty;
        var outcome = hasOutcome ? OutcomeNaming.Shown(attribute, method, name, null) : null;
        return Metric(name, kind, unit, buckets, method, method, attribute, outcome, typeOnly: false, hasError: true, outcome is null ? [] : OutcomeNaming.Names(attribute, method, name, null));
    }

    private static MetricDeclaration Metric(
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
        var tags = TagDeclaration.All(member, method, KnownNames.TagAttribute)
            .Where(tag => tag.Name is { } known && MetricNames.WhyNotTag(known) is null && (hasResult || !tag.IsOfResult))
            .Select(static tag => (Name: tag.Name!, tag.IsOfType))
            .Concat(hasError && ErrorTypeList.Declared(method) is { } error ? [(ErrorTypeList.Tag(error), !method.Has(error))] : [])
            .GroupBy(static tag => tag.Name, StringComparer.Ordinal)
            .Select(static same => same.First())
            .Where(tag => TagDeclaration.IsTaken(attribute, tag.Name, tag.IsOfType, outcome, typeOnly))
            .Select(static tag => tag.Name);
        return MetricDeclaration.Of(name, kind, unit, buckets, tags.Concat(outcome is null ? [] : [outcome]), outcomes);
    }

    // Without a value it is the call's duration.
    private static string? DistributionUnit(AttributeData attribute) => attribute.Text("Value") is null ? MetricDeclaration.DurationUnit : attribute.Text("Unit");

    private static IReadOnlyList<double>? Buckets(AttributeData attribute) =>
        BucketBounds.Of(attribute) is { } bounds && BucketBounds.WhyNot(bounds) is null ? bounds : null;
}
