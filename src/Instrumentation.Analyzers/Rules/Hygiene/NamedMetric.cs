using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Rules.Hygiene;

/// <summary>A metric that an attribute of ours names, with the places of its parts.</summary>
/// <param name="Name">The name.</param>
/// <param name="Family">What it is.</param>
/// <param name="Unit">Its unit; null for none.</param>
/// <param name="NamePlace">Where the name stands.</param>
/// <param name="UnitPlace">Where the unit stands; the name's place where the kind implies it.</param>
internal sealed record NamedMetric(string Name, string Family, string? Unit, Location NamePlace, Location UnitPlace)
{
    public static IEnumerable<NamedMetric> Of(AnnotatedAttribute attribute)
    {
        if (attribute.Name == KnownNames.InstrumentedAttribute)
        {
            // Its time is in seconds, whatever the name says.
            return [.. Named(attribute, attribute.Data.Name(), attribute.FirstArgument, MetricDeclaration.Histogram, MetricDeclaration.DurationUnit), .. Property(attribute, "CallsName", MetricDeclaration.Counter), .. Property(attribute, "InFlightName", MetricDeclaration.UpDownCounter)];
        }

        if (!attribute.IsInstrument)
        {
            return [];
        }

        var family = attribute.Name switch
        {
            KnownNames.MetricCounterAttribute => MetricDeclaration.Counter,
            KnownNames.MetricHistogramAttribute => MetricDeclaration.Histogram,
            KnownNames.MetricSummaryAttribute => MetricDeclaration.Summary,
            KnownNames.MetricUpDownCounterAttribute => MetricDeclaration.UpDownCounter,
            _ => MetricDeclaration.Gauge,
        };
        var isDuration = family is MetricDeclaration.Histogram or MetricDeclaration.Summary && attribute.Data.Text("Value") is null && attribute.Owner is IMethodSymbol method && !HandCalledMembers.IsCandidate(method.PartialDefinitionPart ?? method);
        return Named(attribute, attribute.Data.Name(), attribute.FirstArgument, family, attribute.Data.Text("Unit") ?? (isDuration ? MetricDeclaration.DurationUnit : null));
    }

    private static IEnumerable<NamedMetric> Property(AnnotatedAttribute attribute, string property, string family) => Named(attribute, attribute.Data.Text(property), attribute.Argument(property), family, unit: null);

    private static IEnumerable<NamedMetric> Named(AnnotatedAttribute attribute, string? name, Microsoft.CodeAnalysis.CSharp.Syntax.AttributeArgumentSyntax? argument, string family, string? unit) =>
        name is null || MetricNames.WhyNotMetric(name) is not null
            ? []
            : [new NamedMetric(name, family, unit, argument?.Expression.GetLocation() ?? attribute.Syntax.GetLocation(), (attribute.Argument("Unit") ?? argument)?.Expression.GetLocation() ?? attribute.Syntax.GetLocation())];
}
