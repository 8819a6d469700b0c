using Instrumentation.Generator.Tests.Infrastructure;

namespace Instrumentation.Generator.Tests;

/// <summary>Observed gauges: every member that can be read compiles without a warning; what cannot is left alone.</summary>
public sealed class ObservedGaugeTests
{
    public static TheoryData<string, string> Shapes => new()
    {
        { "property", "public sealed class P { [MetricGauge(\"p\")] public int Size => 1; }" },
        { "method", "internal class P { [MetricGauge(\"p\")] internal double Size() => 1; }" },
        { "static members", "public static class P { [MetricGauge(\"p\")] public static long Size { get; set; } [MetricGauge(\"q\")] [Tag(\"on\", From = \"Size > 1\")] internal static int Count() => 1; }" },
        { "every kind of value", "public class P { [MetricGauge(\"a\")] public byte A => 1; [MetricGauge(\"b\")] public decimal B => 1; [MetricGauge(\"c\")] public decimal? C => 1; [MetricGauge(\"d_seconds\")] public TimeSpan D => default; [MetricGauge(\"e_seconds\")] public TimeSpan? E => default; [MetricGauge(\"f\")] public bool F => true; [MetricGauge(\"g\")] public bool? G => true; [MetricGauge(\"h\")] public ulong H => 1; [MetricGauge(\"i\")] public ref readonly int I => ref _i; private int _i; [MetricGauge(\"j\")] public float J { get; private set; } }" },
        { "tags", "public enum Kind { A, B }\n[Tag(\"component\", Value = \"x\")] public class P(string name) { public Kind Kind; public string? Name => name; [MetricGauge(\"p\")] [MetricGauge(\"q\", Tags = [\"component\"], Aggregate = GaugeAggregate.Max)] [Tag(\"kind\", From = \"Kind\")] [Tag(\"name\", From = \"Name!.Trim()\", MaxValues = 10)] [Tag(\"long\", From = \"Name.Length > 3\")] public int Size => 1; }" },
        { "keyword names", "namespace @event { public class @class { [MetricGauge(\"p\")] [Tag(\"t\", From = \"@int > 1\")] public int @int => 1; } }" },
        { "nested, record, struct members beside", "public partial class O { public record R(int A) { [MetricGauge(\"p\")] public int B => A; } [MetricGauge(\"q\")] public int C => 1; }" },
        { "virtual and override", "public abstract class B { [MetricGauge(\"p\")] public abstract int Size { get; } [MetricGauge(\"q\")] public virtual int Count() => 1; }\npublic class D : B { [MetricGauge(\"p\")] public override int Size => 1; [MetricGauge(\"r\")] public override int Count() => 2; }" },
        { "obsolete", "public class P { [MetricGauge(\"p\"), Obsolete(\"old\")] public int Size => 1; }" },
        { "beside other weaves", "public interface IP { int M(); }\n[Instrumented] public partial class P : IP { [MetricGauge(\"p\")] public int Size => 1; [MetricGauge(\"q\")] public int Count() => 1; [MetricGauge(\"r\", Value = \"result\")] public int Last() => 1; [MetricGauge(\"s\", Value = \"a\")] public int Set(int a) => a; [MetricGauge(\"t\")] public partial void Hand([Value] int a); public int M() => Count() + Last() + Set(2); }" },
        { "up-down counter of a call", "public class P { [MetricUpDownCounter(\"p\", Value = \"up ? 1 : -1\", OutcomeTag = \"outcome\")] public void M(bool up) { } [MetricUpDownCounter(\"q\", Value = \"text.Length\")] [MetricGauge(\"r\", Value = \"text.Length\")] public void N(string text) { } public void Call() { M(true); N(\"\"); } }" },
    };

    public static TheoryData<string, string> Others => new()
    {
        { "generic class", "public class P<T> { [MetricGauge(\"p\")] public int Size => 1; public class Inner { [MetricGauge(\"q\")] public int Size => 1; } }" },
        { "struct, interface", "public struct S { [MetricGauge(\"p\")] public int Size => 1; }\npublic interface I { [MetricGauge(\"q\")] int Size { get; } }" },
        { "private", "public class P { [MetricGauge(\"p\")] private int A => 1; [MetricGauge(\"q\")] public int B { private get; set; } private class N { [MetricGauge(\"r\")] public int C => 1; } }\nfile class F { [MetricGauge(\"s\")] public int D => 1; }" },
        { "no number", "public class P { [MetricGauge(\"p\")] public string A => \"\"; [MetricGauge(\"q\")] public DayOfWeek B => default; [MetricGauge(\"r\")] public Task<int> C() => null!; [MetricGauge(\"s\")] public void D() { } [MetricGauge(\"t\")] public int E(int a) => a; }" },
        { "nothing to read", "public class P { [MetricGauge(\"p\")] public int this[int a] => a; [MetricGauge(\"q\")] public int A { set { } } [MetricGauge(\"r\")] public int M<T>() => 1; }" },
        { "bad name", "public class P { [MetricGauge(\"not a name\")] public int A => 1; }" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Member_OfEveryShape_CompilesWithoutAWarning(string shape, string types)
    {
        var files = GeneratorHarness.Generate("\n#pragma warning disable CS1591\n" + types);
        Assert.Equal(shape != "up-down counter of a call", files.Keys.Any(static name => name.EndsWith(".Gauges.g.cs", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Member_ThatCannotBeRead_IsLeftAlone(string reason, string types)
    {
        var files = GeneratorHarness.Generate("\n#pragma warning disable CS1591\n" + types);
        Assert.False(files.Keys.Any(static name => name.EndsWith(".Gauges.g.cs", StringComparison.Ordinal)), reason);
    }

    [Fact]
    public void Override_OfAnObservedMember_IsReadThroughItsBase()
    {
        var files = GeneratorHarness.Generate("\npublic class B { [MetricGauge(\"p\")] public virtual int Size => 1; }\npublic class D : B { [MetricGauge(\"p\")] public override int Size => 2; }");
        Assert.Contains("B.Gauges.g.cs", files.Keys);
        Assert.DoesNotContain("D.Gauges.g.cs", files.Keys);
    }
}
