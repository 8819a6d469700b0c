using Instrumentation.Generator.Model;

namespace Instrumentation.Generator.Emission;

/// <summary>Writes a method's tags and instruments as static fields.</summary>
internal static class InstrumentEmitter
{
    private const string Metrics = "global::Instrumentation.Metrics";

    public static void Write(SourceWriter writer, MethodTarget method, bool separate = true)
    {
        WriteTags(writer, method, separate);
        foreach (var instrument in method.Instruments)
        {
            Write(writer, method, instrument);
        }
    }

    /// <summary>Writes the tags alone; a blank line sets them and what follows apart.</summary>
    public static void WriteTags(SourceWriter writer, MethodTarget method, bool separate)
    {
        if (separate && method.Tags.Count + method.Instruments.Count > 0)
        {
            writer.Line();
        }

        foreach (var tag in method.Tags)
        {
            var (type, value) = Dimension(tag);
            writer.Line($"{Access(method)} static readonly {type} {MemberNames.TagField(method, tag)} = {value};");
        }
    }

    // private static readonly Counter s_addAsync_SchemasRegisteredTotal = MetricRegistry.Counter("schemas_registered_total", "…", s_addAsyncFormat);
    private static void Write(SourceWriter writer, MethodTarget method, InstrumentTarget instrument)
    {
        var (type, factory) = instrument.Kind switch
        {
            InstrumentKind.Counter => ("Counter", "Counter"),
            InstrumentKind.DurationHistogram => ("DurationHistogram", "Duration"),
            InstrumentKind.UpDownCounter => ("UpDownCounter", "UpDownCounter"),
            InstrumentKind.Gauge => ("Gauge", "Gauge"),
            _ => ("ValueHistogram", "Histogram"),
        };
        var arguments = new List<string> { CSharpText.Literal(instrument.Name), CSharpText.Literal(instrument.Description) };
        if (instrument.Kind is InstrumentKind.DurationHistogram or InstrumentKind.ValueHistogram)
        {
            arguments.Add(instrument.Buckets.Count == 0 ? "null" : $"new double[] {{ {string.Join(", ", instrument.Buckets)} }}");
        }

        arguments.AddRange(instrument.Constants.Select(static tag => $"new {Metrics}.ClosedTag({CSharpText.Literal(tag.Name)}, {CSharpText.Literal(tag.Value)})"));
        arguments.AddRange(instrument.Tags.Select(i => MemberNames.TagField(method, method.Tags[i])));
        if (instrument.OutcomeTag is { } outcome)
        {
            arguments.Add($"global::Instrumentation.Weaving.CallOutcomes.Tag({CSharpText.Literal(outcome)})");
        }

        writer.Line($"{Access(method)} static readonly {Metrics}.{type} {MemberNames.InstrumentField(method, instrument)} = {Metrics}.MetricRegistry.{factory}(");
        for (var i = 0; i < arguments.Count; i++)
        {
            writer.Indented(arguments[i] + (i == arguments.Count - 1 ? ");" : ","));
        }
    }

    private static string Access(MethodTarget method) => method.InstrumentsHolder is null ? "private" : "internal";

    private static (string Type, string Value) Dimension(TagTarget tag)
    {
        var name = CSharpText.Literal(tag.Name);
        if (tag.IsBounded)
        {
            var type = $"{Metrics}.BoundedTag<{tag.BoundedType}>";
            return (type, $"new {type}({name}, {tag.MaxValues})");
        }

        var values = CSharpText.Literals(tag.Values);
        return ($"{Metrics}.ClosedTag", tag.HasOther ? $"{Metrics}.ClosedTag.OrOther({name}, {values})" : $"new {Metrics}.ClosedTag({name}, {values})");
    }
}
