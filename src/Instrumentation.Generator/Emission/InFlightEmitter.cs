using Instrumentation.Generator.Model;

namespace Instrumentation.Generator.Emission;

/// <summary>Writes how the gauge of the calls under way rises and falls: for each call both, or neither where nobody collected when it began.</summary>
internal static class InFlightEmitter
{
    public static void WriteUp(SourceWriter writer, MethodTarget method, InstrumentTarget gauge, string self)
    {
        writer.Line($"{(method.IsRecordedInline ? "var " : self)}{MemberNames.IsInFlight(method)} = global::Instrumentation.Metrics.MetricRegistry.IsCollecting;");
        Write(writer, method, gauge, self, "1");
    }

    public static void WriteDown(SourceWriter writer, MethodTarget method, InstrumentTarget gauge) => Write(writer, method, gauge, string.Empty, "-1");

    private static void Write(SourceWriter writer, MethodTarget method, InstrumentTarget gauge, string self, string change)
    {
        writer.Open($"if ({self}{MemberNames.IsInFlight(method)})");
        writer.Line($"{MemberNames.InstrumentField(method, gauge)}.Add({RecordEmitter.SeriesIndex(method, gauge, tag => self + MemberNames.TagIndex(method, tag))}, {change});");
        writer.Close();
    }
}
