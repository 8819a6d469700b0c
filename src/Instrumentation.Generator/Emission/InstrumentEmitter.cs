using Instrumentation.Generator.Model;

namespace Instrumentation.Generator.Emission;

/// <summary>Writes a method's tags and instruments as static fields.</summary>
internal static class InstrumentEmitter
{
    private const string Metrics = "global::Instrumentation.Metrics";

    public static void Write(SourceWriter writer, MethodTarget method, bool separate = true)
    {
        WriteTags(writer, method, separate);
        // A histogram that counts is given its counter.
        foreach (var instrument in method.Instruments.OrderBy(instrument => method.Instruments.Any(histogram => RecordEmitter.CountedBy(method, histogram) == instrument) ? 0 : 1))
        {
            if (instrument.SharedField is null)
            {
                Write(writer, method, instrument);
            }
        }

        if (method.Log is { } log)
        {
            const string type = "global::Instrumentation.Weaving.FailureLog";
            writer.Line($"private static readonly {type} {MemberNames.LogField(method)} = new {type}({CSharpText.Literal(log.Category)}, {CSharpText.Literal(log.Type)}, {CSharpText.Literal(log.Method)});");
        }
    }

    /// <summary>Writes the tags alone; a blank line sets them and what follows apart.</summary>
    public static void WriteTags(SourceWriter writer, MethodTarget method, bool separate)
    {
        if (separate && method.Tags.Count + method.Instruments.Count > 0)
        {
            writer.Line();
        }

        // A tag of one value is never asked for the index of another: it is made where it is given to an instrument.
        foreach (var tag in method.Tags.Where((tag, i) => !tag.IsConstant && (!tag.IsError || method.Instruments.Any(instrument => instrument.Tags.Contains(i)))))
        {
            var (type, value) = Dimension(tag);
            writer.Line($"{Access(method)} static readonly {type} {MemberNames.TagField(method, tag)} = {value};");
        }
    }

    /// <summary>A tag as an instrument is given it.</summary>
    public static string Tag(MethodTarget method, TagTarget tag) => tag.IsConstant ? Dimension(tag).Value : MemberNames.TagField(method, tag);

    // private static readonly Counter s_addAsync_SchemasRegisteredTotal = MetricRegistry.Counter("schemas_registered_total", "…", s_addAsyncFormat);
    public static void Write(SourceWriter writer, MethodTarget method, InstrumentTarget instrument)
    {
        var (type, factory, arguments) = Declaration(method, instrument);
        writer.Line($"{Access(method)} static readonly {Metrics}.{type} {MemberNames.InstrumentField(method, instrument)} = {Metrics}.MetricRegistry.{factory}(");
        for (var i = 0; i < arguments.Count; i++)
        {
            writer.Indented(arguments[i] + (i == arguments.Count - 1 ? ");" : ","));
        }
    }

    /// <summary>The type of an instrument, and the call that makes it.</summary>
    public static (string Type, string Factory, IReadOnlyList<string> Arguments) Declaration(MethodTarget method, InstrumentTarget instrument)
    {
        var (type, factory) = instrument.Kind switch
        {
            InstrumentKind.Counter => ("Counter", "Counter"),
            InstrumentKind.DurationHistogram => ("DurationHistogram", "Duration"),
            InstrumentKind.DurationSummary => ("DurationHistogram", "DurationSummary"),
            InstrumentKind.ValueSummary => ("ValueHistogram", "Summary"),
            InstrumentKind.UpDownCounter or InstrumentKind.InFlight => ("UpDownCounter", "UpDownCounter"),
            InstrumentKind.Gauge => ("Gauge", "Gauge"),
            _ => ("ValueHistogram", "Histogram"),
        };
        var arguments = new List<string> { CSharpText.Literal(instrument.Name), CSharpText.Literal(instrument.Description) };
        if (instrument is { Unit: { } unit, IsOfDuration: false })
        {
            arguments.Add(CSharpText.Literal(unit));
        }

        if (instrument.Kind is InstrumentKind.DurationHistogram or InstrumentKind.ValueHistogram)
        {
            arguments.Add(instrument.Buckets.Count == 0 ? "null" : $"new double[] {{ {string.Join(", ", instrument.Buckets)} }}");
        }

        if (RecordEmitter.CountedBy(method, instrument) is { } counter)
        {
            arguments.Add(MemberNames.InstrumentField(method, counter));
        }

        arguments.AddRange(instrument.Constants.Select(static tag => $"new {Metrics}.ClosedTag({CSharpText.Literal(tag.Name)}, {CSharpText.Literal(tag.Value)})"));
        arguments.AddRange(instrument.Tags.Select(i => Tag(method, method.Tags[i])));
        if (instrument.OutcomeTag is { } outcome)
        {
            arguments.Add(Outcome(method, outcome));
        }

        return (type, factory, arguments);
    }

    private static string Outcome(MethodTarget method, OutcomeTagTarget outcome)
    {
        var rejects = method.Outcomes.Rejects ? ", rejects: true" : outcome.Values.Count > 0 ? ", rejects: false" : string.Empty;
        var values = string.Concat(outcome.Values.Select(static value => ", " + CSharpText.Literal(value)));
        return $"global::Instrumentation.Weaving.CallOutcomes.Tag({CSharpText.Literal(outcome.Name)}{rejects}{values})";
    }

    private static string Access(MethodTarget method) => method.InstrumentsHolder is null ? "private" : "internal";

    private static (string Type, string Value) Dimension(TagTarget tag)
    {
        var name = CSharpText.Literal(tag.Name);
        if (tag.IsError)
        {
            return ($"{Metrics}.ErrorTypeTag", $"new {Metrics}.ErrorTypeTag({name}, errorsOnly: {(tag.IsOfErrorsOnly ? "true" : "false")}, {CSharpText.Literals(tag.Values.Take(tag.Count - 2))})");
        }

        if (tag.IsBounded)
        {
            var type = $"{Metrics}.BoundedTag<{tag.BoundedType}>";
            return (type, $"new {type}({name}, {tag.MaxValues}{(tag.IsHandedOver ? ", handedOver: true" : string.Empty)})");
        }

        if (tag.AddsUnknown)
        {
            return ($"{Metrics}.ClosedTag", $"{Metrics}.ClosedTag.HandedOver({name}, mayBeOther: {(tag.HasOther ? "true" : "false")}, {CSharpText.Literals(tag.Values.Take(tag.Values.Count - 1))})");
        }

        var values = CSharpText.Literals(tag.Values);
        return ($"{Metrics}.ClosedTag", tag.HasOther ? $"{Metrics}.ClosedTag.OrOther({name}, {values})" : $"new {Metrics}.ClosedTag({name}, {values})");
    }
}
