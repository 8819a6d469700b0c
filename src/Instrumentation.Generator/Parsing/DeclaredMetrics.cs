using System.Globalization;
using Instrumentation.Generator.Model;
using Instrumentation.Generator.Shared;

namespace Instrumentation.Generator.Parsing;

/// <summary>The metrics of methods as they are embedded in the assembly.</summary>
internal static class DeclaredMetrics
{
    public static IEnumerable<string> Of(IEnumerable<MethodTarget> methods, bool observed = false) =>
        methods.SelectMany(method => method.Instruments.Select(instrument => Of(method, instrument, observed).Text())).Distinct(StringComparer.Ordinal);

    private static MetricDeclaration Of(MethodTarget method, InstrumentTarget instrument, bool observed)
    {
        var (kind, unit) = instrument.Kind switch
        {
            InstrumentKind.Counter => (MetricDeclaration.Counter, instrument.Unit),
            InstrumentKind.DurationHistogram => (MetricDeclaration.Histogram, MetricDeclaration.DurationUnit),
            InstrumentKind.ValueHistogram => (MetricDeclaration.Histogram, instrument.Unit),
            InstrumentKind.DurationSummary => (MetricDeclaration.Summary, MetricDeclaration.DurationUnit),
            InstrumentKind.ValueSummary => (MetricDeclaration.Summary, instrument.Unit),
            InstrumentKind.Gauge => (observed ? MetricDeclaration.ObservedGauge : MetricDeclaration.Gauge, instrument.Unit),
            _ => (MetricDeclaration.UpDownCounter, instrument.Unit),
        };
        var tags = instrument.Constants.Select(static tag => tag.Name).Concat(instrument.Tags.Select(i => method.Tags[i].Name));
        return MetricDeclaration.Of(
            instrument.Name,
            kind,
            unit,
            instrument.Buckets.Select(static bound => double.Parse(bound, CultureInfo.InvariantCulture)),
            instrument.OutcomeTag is { } outcome ? tags.Append(outcome.Name) : tags,
            instrument.OutcomeTag?.Values ?? default);
    }
}
