using Instrumentation.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Emission;

/// <summary>Writes the observed gauges of a class: what reads each member, and which series the value belongs to.</summary>
internal static class ObservedEmitter
{
    private const string Metrics = "global::Instrumentation.Metrics";

    public static void Emit(SourceProductionContext output, ObservedTarget target) =>
        output.AddSource($"{target.HintName}.Gauges.g.cs", GeneratedFile.Write(target.Namespace, target.Members.SelectMany(static member => member.Target.Signature.AcceptedWarnings), writer =>
        {
            writer.Line($"/// <summary>The observed gauges of <c>{CSharpText.Xml(target.Display)}</c>, read when the series are.</summary>");
            GeneratedFile.TypeAttributes(writer);
            writer.Open($"internal static class {target.HolderName}");
            for (var i = 0; i < target.Members.Count; i++)
            {
                var member = target.Members[i];
                InstrumentEmitter.WriteTags(writer, member.Target, separate: i > 0);
                for (var g = 0; g < member.Target.Instruments.Count; g++)
                {
                    Gauge(writer, member.Target, member.Target.Instruments[g], member.Aggregates[g]);
                }
            }

            foreach (var member in target.Members)
            {
                writer.Line();
                Reads(writer, member);
            }

            writer.Close();
        }));

    // private static readonly ObservedGauge<Pool> s_open_PoolConnections = MetricRegistry.ObservedGauge<Pool>("pool_connections", "…", Sum, Open_Read.Value, null, s_openPool);
    private static void Gauge(SourceWriter writer, MethodTarget member, InstrumentTarget gauge, string aggregate)
    {
        var receiver = member.Signature.Receiver;
        var argument = receiver.Name is null ? string.Empty : $"<{receiver.Type}>";
        var type = receiver.Name is null ? $"{Metrics}.Instrument" : $"{Metrics}.ObservedGauge{argument}";
        var arguments = new List<string>
        {
            CSharpText.Literal(gauge.Name),
            CSharpText.Literal(gauge.Description),
            gauge.Unit is { } unit ? CSharpText.Literal(unit) : "null",
            $"global::Instrumentation.GaugeAggregate.{aggregate}",
            $"{member.CallName}.Value",
            IsSplit(member, gauge) ? $"{member.CallName}.{SeriesName(gauge)}" : "null",
        };
        arguments.AddRange(gauge.Tags.Select(i => InstrumentEmitter.Tag(member, member.Tags[i])));
        writer.Line($"private static readonly {type} {MemberNames.InstrumentField(member, gauge)} = {Metrics}.MetricRegistry.ObservedGauge{argument}(");
        for (var i = 0; i < arguments.Count; i++)
        {
            writer.Indented(arguments[i] + (i == arguments.Count - 1 ? ");" : ","));
        }
    }

    // private static class Open_Read { Value(target); PoolConnectionsSeries(target) }
    private static void Reads(SourceWriter writer, ObservedMember member)
    {
        var method = member.Target;
        var receiver = method.Signature.Receiver;
        var parameter = receiver.Name is { } name ? $"{receiver.Type} {name}" : string.Empty;
        writer.Open($"private static class {method.CallName}");
        writer.Line($"public static double Value({parameter}) => {member.Read};");
        foreach (var gauge in method.Instruments.Where(gauge => IsSplit(method, gauge)))
        {
            writer.Line();
            writer.Line($"public static long {SeriesName(gauge)}({parameter}) => {RecordEmitter.SeriesIndex(method, gauge, tag => Digit(ExpressionEmitter.TagIndex(method, tag)))};");
        }

        ExpressionEmitter.WriteFunctions(writer, method);
        writer.Close();
    }

    private static string Digit(string index) => index.EndsWith("}", StringComparison.Ordinal) ? $"({index})" : index;

    private static string SeriesName(InstrumentTarget gauge) => gauge.Identifier + "Series";

    private static bool IsSplit(MethodTarget member, InstrumentTarget gauge) => gauge.Tags.Any(i => !member.Tags[i].IsConstant);
}
