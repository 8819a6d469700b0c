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
    public Task Effect_IsSilent(string members) => RuleHarness.VerifyAsync<AttributeHasNoEffectAnalyzer>($"public enum E {{ A, B }} public partial class S {{ {members} }}");
}
