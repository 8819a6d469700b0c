using Instrumentation.Generator.Tests.Infrastructure;

namespace Instrumentation.Generator.Tests;

/// <summary>The halves of a partial method are two symbols with the attributes of both: whichever half carries one, calls are measured once.</summary>
public sealed class PartialMethodTests
{
    [Theory]
    [InlineData("[Instrumented] public partial int M(); public partial int M() => 1;")]
    [InlineData("public partial int M(); [Instrumented] public partial int M() => 1;")]
    [InlineData("[MetricCounter(\"a_total\")] public partial int M(); [MetricCounter(\"b_total\")] public partial int M() => 1;")]
    [InlineData("[Tag(\"t\", Value = \"x\")] public partial int M(); [Instrumented, MetricCounter(\"b_total\")] public partial int M() => 1;")]
    public void Call_OfEitherHalf_IsReplacedOnce(string halves) =>
        Assert.Equal(1, Interceptions($"public partial class X {{ {halves} public int Call() => M(); }}"));

    [Fact]
    public void Call_OfInstrumentedType_IsReplacedOnce() =>
        Assert.Equal(1, Interceptions("[Instrumented] public partial class X { public partial int M(); public partial int M() => 1; private int Call() => M(); }"));

    [Theory]
    [InlineData("[Instrumented] public partial void M(); public async partial void M() => await Task.Yield(); public void Call() => M();")]
    [InlineData("[Instrumented] public partial IEnumerator<int> M(); public partial IEnumerator<int> M() { yield return 1; } public object Call() => M();")]
    public void Call_OfARefusedBody_IsLeftAlone(string members) => Assert.Equal(0, Interceptions($"public partial class X {{ {members} }}"));

    [Fact]
    public void Accessor_WithAnAttribute_DoesNotHideTheMethodsAfterIt() =>
        Assert.Equal(1, Interceptions("public class X { public int P { [Instrumented] get => 1; } [Instrumented] public int M() => 1; public int Call() => M() + P; }"));

    private static int Interceptions(string source) =>
        GeneratorHarness.Generate(source).Values.Sum(static file => file.Split("InterceptsLocation(").Length - 1);
}
