using System.Collections.Immutable;
using System.Globalization;
using Instrumentation.Generator.Collections;
using Instrumentation.Generator.Model;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing;

/// <summary>Parses the instruments of a method.</summary>
internal static class InstrumentParser
{
    private const string CommonDuration = "call_duration_seconds";
    private const string DefaultOutcomeTag = "outcome";
    private const int AllOutcomes = 15;

    public static IEnumerable<InstrumentTarget> Parse(
        IMethodSymbol method,
        AttributeData? instrumented,
        EquatableArray<TagTarget> tags,
        ExpressionParser expressions)
    {
        var all = new List<InstrumentTarget?>();
        if (instrumented is not null && instrumented.Flag("Duration", otherwise: true))
        {
            all.Add(Duration(instrumented, method, tags));
        }

        all.AddRange(method.All(KnownNames.MetricHistogramAttribute).Select(attribute => Histogram(attribute, tags, expressions)));
        all.AddRange(method.All(KnownNames.MetricCounterAttribute).Select(attribute => Counter(InstrumentKind.Counter, attribute, tags, expressions)));
        all.AddRange(method.All(KnownNames.MetricUpDownCounterAttribute).Select(attribute => Counter(InstrumentKind.UpDownCounter, attribute, tags, expressions)));
        all.AddRange(ObservedMembers.SetGauges(method).Select(attribute => Gauge(attribute, tags, expressions)));

        // The same metric twice on one method would count each call twice.
        return all
            .Where(instrument => instrument is not null && TagNames.IsMetric(instrument.Name) && HasIndexes(instrument, tags))
            .Select(static instrument => instrument!)
            .GroupBy(static instrument => instrument.Name, StringComparer.Ordinal)
            .Select(static same => same.First())
            .WithUniqueIdentifiers(static instrument => instrument.Identifier, static (instrument, identifier) => instrument with { Identifier = identifier });
    }

    /// <summary>Whether every combination of tag values has a number of its own.</summary>
    private static bool HasIndexes(InstrumentTarget instrument, EquatableArray<TagTarget> tags) =>
        instrument.Tags.Aggregate(8.0, (bound, i) => bound * tags[i].Count) < long.MaxValue;

    private static InstrumentTarget Duration(AttributeData attribute, IMethodSymbol method, EquatableArray<TagTarget> tags)
    {
        var outcome = Outcome(attribute, DefaultOutcomeTag);
        if (attribute.Name() is { } name)
        {
            return Make(InstrumentKind.DurationHistogram, name, "Duration of calls in seconds.", attribute, null, outcome, default, Chosen(attribute, tags, outcome, ofType: !method.Has(attribute)));
        }

        var constants = new[]
        {
            new ConstantTag("assembly", method.ContainingAssembly.Name),
            new ConstantTag("type", SymbolText.Display(method.ContainingType)),
            new ConstantTag("method", SignatureParser.Called(method).Name),
        };
        return Make(InstrumentKind.DurationHistogram, CommonDuration, "Duration of calls in seconds, by method and outcome.", attribute, null, outcome, constants.ToEquatable(), default);
    }

    private static InstrumentTarget? Histogram(AttributeData attribute, EquatableArray<TagTarget> tags, ExpressionParser expressions)
    {
        var outcome = Outcome(attribute, null);
        if (attribute.Text("Value") is not { } text)
        {
            return Make(InstrumentKind.DurationHistogram, attribute.Name(), "Duration of calls in seconds.", attribute, null, outcome, default, Chosen(attribute, tags, outcome));
        }

        return expressions.Parse(attribute, text) is { } value && expressions.IsValueOf(attribute, value)
            ? Make(InstrumentKind.ValueHistogram, attribute.Name(), null, attribute, value.Model, outcome, default, Chosen(attribute, tags, outcome))
            : null;
    }

    private static InstrumentTarget? Gauge(AttributeData attribute, EquatableArray<TagTarget> tags, ExpressionParser expressions) =>
        attribute.Text("Value") is { } text && expressions.Parse(attribute, text) is { } value && expressions.IsValueOf(attribute, value)
            ? Make(InstrumentKind.Gauge, attribute.Name(), null, attribute, value.Model, null, default, Chosen(attribute, tags, null))
            : null;

    private static InstrumentTarget? Counter(InstrumentKind kind, AttributeData attribute, EquatableArray<TagTarget> tags, ExpressionParser expressions)
    {
        var outcome = Outcome(attribute, null);
        if (attribute.Text("Value") is not { } text)
        {
            return Make(kind, attribute.Name(), null, attribute, null, outcome, default, Chosen(attribute, tags, outcome));
        }

        return expressions.Parse(attribute, text) is { } value && expressions.IsValueOf(attribute, value)
            ? Make(kind, attribute.Name(), null, attribute, value.Model, outcome, default, Chosen(attribute, tags, outcome))
            : null;
    }

    public static InstrumentTarget Make(
        InstrumentKind kind,
        string? name,
        string? description,
        AttributeData attribute,
        ExpressionModel? value,
        string? outcome,
        EquatableArray<ConstantTag> constants,
        EquatableArray<int> tags) =>
        new(
            kind,
            name ?? string.Empty,
            TagNames.Pascal(name ?? string.Empty),
            attribute.Text("Description") ?? description ?? Sentence(name ?? string.Empty),
            Buckets(attribute),
            attribute.Number("When", AllOutcomes),
            value,
            outcome,
            constants,
            tags);

    private static string? Outcome(AttributeData attribute, string? otherwise) =>
        attribute.Text("OutcomeTag") is { } tag ? (TagNames.IsValid(tag) ? tag : null) : otherwise;

    /// <summary>
    /// The declared tags that the instrument takes: those named, or else all of them. An instrument of the type takes the type's tags, so that
    /// its series have the same tags for every method. A tag named as the outcome gives way to it.
    /// </summary>
    public static EquatableArray<int> Chosen(AttributeData attribute, EquatableArray<TagTarget> tags, string? outcome, bool ofType = false)
    {
        var wanted = attribute.Elements("Tags")?.Select(static tag => tag.Value as string).ToImmutableHashSet(StringComparer.Ordinal);
        return Enumerable.Range(0, tags.Count)
            .Where(i => tags[i].Name != outcome && (wanted is null ? !ofType || tags[i].IsOfType : wanted.Contains(tags[i].Name)))
            .ToEquatable();
    }

    // Bounds that do not ascend would make every quantile wrong: fall back to the default ones.
    private static EquatableArray<string> Buckets(AttributeData attribute)
    {
        var bounds = attribute.Elements("Buckets")?.Select(static bound => bound.Value is double value ? value : double.NaN).ToList() ?? [];
        var ascending = bounds.Zip(bounds.Skip(1), static (left, right) => left < right).All(static ok => ok);
        return ascending && bounds.All(static bound => !double.IsNaN(bound) && !double.IsInfinity(bound))
            ? bounds.Select(static bound => bound.ToString("R", CultureInfo.InvariantCulture)).ToEquatable()
            : default;
    }

    /// <summary>A metric's name as a sentence: what <c># HELP</c> says where nobody wrote better.</summary>
    private static string Sentence(string name)
    {
        var words = (name.EndsWith("_total", StringComparison.Ordinal) ? name.Substring(0, name.Length - "_total".Length) : name).Replace('_', ' ').Trim();
        return words.Length == 0 ? "." : char.ToUpperInvariant(words[0]) + words.Substring(1) + ".";
    }
}
