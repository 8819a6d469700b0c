using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Infrastructure;

namespace Instrumentation.Analyzers.Tests.Rules;

public sealed class AttributeHasNoEffectAnalyzerTests
{
    [Theory]
    [InlineData("""[[|Instrumented(Duration = false, Span = false)|]] public void M() { }""")]
    [InlineData("""[Instrumented(Span = false, [|SpanName = "a"|], [|SpanKind = System.Diagnostics.ActivityKind.Client|])] public void M() { }""")]
    [InlineData("""[Instrumented("a", Duration = false, [|Buckets = [1]|], [|OutcomeTag = "x"|])] public void M() { }""")]
    [InlineData("""[Instrumented([|Tags = ["x"]|])] public void M() { }""")]
    [InlineData("""[Instrumented([|Pool = true|], [|Builder = typeof(System.Runtime.CompilerServices.PoolingAsyncValueTaskMethodBuilder)|])] public async ValueTask M() => await Task.Yield();""")]
    [InlineData("""[Instrumented([|Types = ["x"]|], [|Methods = ["x"]|], [|Access = InstrumentedAccess.Private|])] public void M() { }""")]
    [InlineData("""[[|FailureWhen("true")|], [|RejectedWhen("true")|], [|ErrorTypes(typeof(Exception))|], [|OutcomeNames(Success = "x")|]] public void M() { }""")]
    [InlineData("""[MetricCounter("a"), [|FailureWhen("true")|]] static partial void M();""")]
    [InlineData("""[MetricCounter("a", [|When = Outcomes.Failure|], [|OutcomeTag = "x"|])] static partial void M();""")]
    [InlineData("""[MetricGauge("a", [|When = Outcomes.Success|], [|Value = "1"|])] public int P => 1;""")]
    [InlineData("""[MetricGauge("a", Value = "x", [|Aggregate = GaugeAggregate.Max|])] public void M(int x) { }""")]
    [InlineData("""[Instrumented] public void M([[|Value|]] int x) { }""")]
    [InlineData("""[MetricCounter("a", [|When = Outcomes.None|])] public void M() { }""")]
    [InlineData("""[Instrumented, [|RejectedWhen(typeof(int))|]] public void M() { }""")]
    [InlineData("""public void M([[|Tag|]] E e, [[|SpanTag|]] int i) { }""")]
    [InlineData("""[[|Tag("x", Value = "y")|]] public int P => 1; [[|SpanTag("x", Value = "y")|]] public void M() { }""")]
    [InlineData("""[Instrumented("a", Span = false)] public void M([Tag] E e, [[|SpanTag|]] int i) { }""")]
    [InlineData("""[MetricCounter("a")] public void M([[|SpanTag|]] int i) { }""")]
    [InlineData("""[MetricCounter("a")] static partial void M([[|SpanTag|]] int i);""")]
    [InlineData("""[Instrumented(Span = false)] public void M([[|Tag|]] E e) { }""")]
    [InlineData("""[MetricCounter("a", Tags = [])] public void M([[|Tag|]] E e) { }""")]
    [InlineData("""[MetricCounter("a", Tags = ["x"])] static partial void M([Tag] E x, [[|Tag|]] E y);""")]
    [InlineData("""[[|Tag("x", Value = "y")|], [|ErrorTypes(typeof(Exception))|], [|OutcomeNames(Success = "x")|], [|CardinalityBudget(5)|]] public class C { public void M() { } }""")]
    [InlineData("""[MetricCounter("a"), CardinalityBudget(5, [|Metric = "b"|])] public void M() { }""")]
    [InlineData("""[[|CardinalityBudget(5)|]] public void M() { }""")]
    public Task NoEffect_IsReported(string members) => RuleHarness.VerifyAsync<AttributeHasNoEffectAnalyzer>($"public enum E {{ A, B }} public partial class S {{ {members} }}");

    [Theory]
    [InlineData("""[Instrumented(Duration = false)] public void M() { }""")]
    [InlineData("""[Instrumented(Duration = false, Span = false, LogFailures = true)] public void M() { }""")]
    [InlineData("""[Instrumented("a", Duration = false, Calls = true, OutcomeTag = "x", Span = false)] public void M() { }""")]
    [InlineData("""[Instrumented] public class C { [Instrumented(Duration = false, Span = false), MetricCounter("a")] public void M() { } }""")]
    [InlineData("""[Instrumented("a", Tags = ["x"]), Tag("x", Value = "y")] public void M() { }""")]
    [InlineData("""[MetricCounter("a", When = Outcomes.Failure), FailureWhen("true"), ErrorTypes(typeof(Exception)), OutcomeNames(Success = "x")] public void M() { }""")]
    [InlineData("""[Instrumented] public class C { [FailureWhen("true")] public void M() { } }""")]
    [InlineData("""[MetricCounter("a")] static partial void M([Value] int x);""")]
    [InlineData("""[MetricGauge("a", Aggregate = GaugeAggregate.Max)] public int P => 1;""")]
    [InlineData("""[MetricGauge("a", Value = "x", When = Outcomes.Success)] public void M(int x) { }""")]
    [InlineData("""[MetricGauge("a", Aggregate = GaugeAggregate.Min)] public int M() => 1;""")]
    [InlineData("""[Instrumented, RejectedWhen(typeof(TimeoutException))] public void M() { }""")]
    [InlineData("""[Instrumented(Methods = ["*"], Access = InstrumentedAccess.Internal)] public class C { }""")]
    [InlineData("""[Instrumented] public void M([Tag] E e, [SpanTag] int i) { }""")]
    [InlineData("""[MetricCounter("a")] public void M([Tag] E e) { } [MetricCounter("b")] static partial void N([Tag] E e);""")]
    [InlineData("""[MetricGauge("a"), Tag("x", Value = "y")] public int P => 1;""")]
    [InlineData("""[Instrumented, SpanTag("x", Value = "y"), ErrorTypes(typeof(Exception)), OutcomeNames(Success = "x"), CardinalityBudget(5)] public class C { public void M([SpanTag] int i) { } }""")]
    [InlineData("""[Tag("x", Value = "y"), CardinalityBudget(5, Metric = "a")] public class C { [MetricGauge("a")] public int P => 1; }""")]
    [InlineData("""[Tag("x", Value = "y")] public static partial class C { [MetricCounter("a")] static partial void N(); }""")]
    [InlineData("""[MetricCounter("a", OutcomeTag = "r"), Tag("r", Value = "1")] public void M() { }""")]
    public Task Effect_IsSilent(string members) => RuleHarness.VerifyAsync<AttributeHasNoEffectAnalyzer>($"public enum E {{ A, B }} public partial class S {{ {members} }}");
}
