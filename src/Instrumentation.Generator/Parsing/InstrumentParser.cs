using System.Globalization;
using Instrumentation.Generator.Collections;
using Instrumentation.Generator.Model;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing;

/// <summary>Parses the instruments of a method.</summary>
internal static class InstrumentParser
{
    private const int AllOutcomes = 31;

    public static IEnumerable<InstrumentTarget> Parse(
        IMethodSymbol method,
        AttributeData? instrumented,
        EquatableArray<TagTarget> tags,
        ExpressionParser expressions)
    {
        var all = new List<InstrumentTarget?>();
        if (instrumented is not null)
        {
            all.AddRange(CallInstrumentParser.Parse(instrumented, method, tags));
        }

        all.AddRange(method.All(KnownNames.MetricHistogramAttribute).Select(attribute => Instrument(InstrumentKind.ValueHistogram, attribute, method, tags, expressions)));
        all.AddRange(method.All(KnownNames.MetricSummaryAttribute).Select(attribute => Instrument(InstrumentKind.ValueSummary, attribute, method, tags, expressions)));
        all.AddRange(method.All(KnownNames.MetricCounterAttribute).Select(attribute => Instrument(InstrumentKind.Counter, attribute, method, tags, expressions)));
        all.AddRange(method.All(KnownNames.MetricUpDownCounterAttribute).Select(attribute => Instrument(InstrumentKind.UpDownCounter, attribute, method, tags, expressions)));
        all.AddRange(ObservedMembers.SetGauges(method).Select(attribute => Instrument(InstrumentKind.Gauge, attribute, method, tags, expressions)));

        // The same metric twice on one method would count each call twice.
        var instruments = all
            .Where(instrument => instrument is not null && MetricNames.WhyNotMetric(instrument.Name) is null && HasIndexes(instrument, tags))
            .Select(static instrument => instrument!)
            .GroupBy(static instrument => instrument.Name, StringComparer.Ordinal)
            .Select(static same => same.First())
            .ToList();

        // Every assembly has each name once: methods share that of a kind, where that of a metric would be one method's own.
        return instruments
            .Select(instrument => instruments.Count(other => other.Kind == instrument.Kind) > 1 ? instrument : instrument with { Identifier = instrument.Kind.ToString() })
            .WithUniqueIdentifiers(static instrument => instrument.Identifier, static (instrument, identifier) => instrument with { Identifier = identifier });
    }

    /// <summary>Whether every combination of tag values has a number of its own.</summary>
    public static bool HasIndexes(InstrumentTarget instrument, EquatableArray<TagTarget> tags) =>
        SeriesNumbers.Suffice(instrument.Tags.Select(i => (long)tags[i].Count));

    private static InstrumentTarget? Instrument(InstrumentKind kind, AttributeData attribute, IMethodSymbol method, EquatableArray<TagTarget> tags, ExpressionParser expressions)
    {
        var name = attribute.Name() ?? string.Empty;
        var outcome = kind == InstrumentKind.Gauge ? null : OutcomeTag(attribute, method, name);
        var chosen = Chosen(attribute, tags, outcome?.Name);
        if (attribute.Text("Value") is { } text)
        {
            return MetricValueParser.OfExpression(kind, attribute, text, expressions) is { } value ? Make(kind, name, null, attribute, value, outcome, default, chosen) : null;
        }

        return kind switch
        {
            InstrumentKind.Gauge => null,
            InstrumentKind.ValueHistogram => Make(InstrumentKind.DurationHistogram, name, "Duration of calls in seconds.", attribute, null, outcome, default, chosen),
            InstrumentKind.ValueSummary => Make(InstrumentKind.DurationSummary, name, "Duration of calls in seconds.", attribute, null, outcome, default, chosen),
            _ => Make(kind, name, null, attribute, null, outcome, default, chosen),
        };
    }

    public static InstrumentTarget Make(
        InstrumentKind kind,
        string? name,
        string? description,
        AttributeData attribute,
        ParsedValue? value,
        OutcomeTagTarget? outcome,
        EquatableArray<ConstantTag> constants,
        EquatableArray<int> tags) =>
        new(
            kind,
            name ?? string.Empty,
            TagNames.Pascal(name ?? string.Empty),
            attribute.Text("Description") ?? description ?? Sentence(name ?? string.Empty),
            kind is InstrumentKind.DurationHistogram or InstrumentKind.ValueHistogram ? Buckets(attribute) : default,
            attribute.Number("When", AllOutcomes),
            value?.Model,
            outcome,
            constants,
            tags)
        {
            Unit = attribute.Text("Unit"),
            IsFractional = value?.IsFractional == true,
        };

    /// <summary>The outcome tag of an instrument; null for none.</summary>
    public static OutcomeTagTarget? OutcomeTag(AttributeData attribute, IMethodSymbol method, string metric, CallMetricNames? call = null) =>
        OutcomeNaming.Shown(attribute, method, metric, call) is { } tag ? new OutcomeTagTarget(tag, OutcomeNaming.Names(attribute, method, metric, call).ToEquatable()) : null;

    /// <summary>
    /// The declared tags that the instrument takes: those named, or else all of them. An instrument of the type takes the type's tags, so that
    /// its series have the same tags for every method. A tag named as the outcome gives way to it.
    /// </summary>
    public static EquatableArray<int> Chosen(AttributeData attribute, EquatableArray<TagTarget> tags, string? outcome, bool ofType = false) =>
        Enumerable.Range(0, tags.Count)
            .Where(i => TagDeclaration.IsTaken(attribute, tags[i].Name, tags[i].IsOfType, outcome, ofType))
            .ToEquatable();

    // Bounds that do not ascend would make every quantile wrong: fall back to the default ones.
    private static EquatableArray<string> Buckets(AttributeData attribute) =>
        BucketBounds.Of(attribute) is { } bounds && BucketBounds.WhyNot(bounds) is null
            ? bounds.Select(static bound => bound.ToString("R", CultureInfo.InvariantCulture)).ToEquatable()
            : default;

    /// <summary>A metric's name as a sentence: what <c># HELP</c> says where nobody wrote better.</summary>
    private static string Sentence(string name)
    {
        var words = (name.EndsWith("_total", StringComparison.Ordinal) ? name.Substring(0, name.Length - "_total".Length) : name).Replace('_', ' ').Trim();
        return words.Length == 0 ? "." : char.ToUpperInvariant(words[0]) + words.Substring(1) + ".";
    }
}
