using Instrumentation.Generator.Collections;
using Instrumentation.Generator.Model;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing;

/// <summary>Parses the instruments of a method that is called by hand.</summary>
internal sealed class HandCalledInstrumentParser(IMethodSymbol method, EquatableArray<TagTarget> tags, ExpressionParser expressions)
{
    private static readonly (string Attribute, InstrumentKind Kind)[] s_kinds =
    [
        (KnownNames.MetricHistogramAttribute, InstrumentKind.ValueHistogram),
        (KnownNames.MetricSummaryAttribute, InstrumentKind.ValueSummary),
        (KnownNames.MetricCounterAttribute, InstrumentKind.Counter),
        (KnownNames.MetricUpDownCounterAttribute, InstrumentKind.UpDownCounter),
        (KnownNames.MetricGaugeAttribute, InstrumentKind.Gauge),
    ];

    private readonly IParameterSymbol? _value = method.Parameters.FirstOrDefault(static parameter => InstrumentedMembers.Has(parameter, KnownNames.ValueAttribute));

    /// <summary>The instruments; null where one of them cannot be recorded as it says: the compiler then reports the missing body, and nothing is lost in silence.</summary>
    public IReadOnlyList<InstrumentTarget>? Parse()
    {
        var all = new List<InstrumentTarget>();
        foreach (var (name, kind) in s_kinds)
        {
            foreach (var attribute in method.All(name))
            {
                if (Instrument(kind, attribute) is not { } instrument || MetricNames.WhyNotMetric(instrument.Name) is not null || !InstrumentParser.HasIndexes(instrument, tags))
                {
                    return null;
                }

                all.Add(instrument);
            }
        }

        // The same metric twice on one method would count each call twice.
        return [.. all.GroupBy(static instrument => instrument.Name, StringComparer.Ordinal).Select(static same => same.First())];
    }

    private InstrumentTarget? Instrument(InstrumentKind kind, AttributeData attribute)
    {
        var text = attribute.Text("Value");
        var value = text is not null ? MetricValueParser.OfExpression(kind, attribute, text, expressions)
            : _value is not null && expressions.Parameter(_value) is { } parameter ? MetricValueParser.OfParameter(kind, parameter)
            : null;
        var countsCalls = text is null && _value is null && kind is InstrumentKind.Counter or InstrumentKind.UpDownCounter;
        return value is null && !countsCalls
            ? null
            : InstrumentParser.Make(kind, attribute.Name(), null, attribute, value, null, default, InstrumentParser.Chosen(attribute, tags, null));
    }
}
