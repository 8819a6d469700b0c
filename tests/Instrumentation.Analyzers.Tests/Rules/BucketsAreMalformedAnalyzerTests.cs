using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Infrastructure;

namespace Instrumentation.Analyzers.Tests.Rules;

public sealed class BucketsAreMalformedAnalyzerTests
{
    [Theory]
    [InlineData("""[Instrumented("a", Buckets = [|[2, 1]|])] public void M() { }""")]
    [InlineData("""[MetricHistogram("a", Buckets = [|new double[] { 1, 1 }|])] public void M() { }""")]
    [InlineData("""[MetricHistogram("a", Buckets = [|[]|])] public void M() { }""")]
    [InlineData("""[MetricHistogram("a", Buckets = [|[1, double.NaN]|])] public void M() { }""")]
    [InlineData("""[MetricHistogram("a", Buckets = [|[1, double.PositiveInfinity]|])] public void M() { }""")]
    [InlineData("""[Instrumented(Buckets = [|[0.1, 0.3, 0.2]|])] public class C { public void M() { } }""")]
    public Task BadBuckets_AreReported(string members) => RuleHarness.VerifyAsync<BucketsAreMalformedAnalyzer>($"public enum E {{ A, B }} public partial class S {{ {members} }}");

    [Theory]
    [InlineData("""[Instrumented("a", Buckets = [1, 2])] public void M() { }""")]
    [InlineData("""[MetricHistogram("a", Buckets = [-1, 0, 1e300])] public void M() { }""")]
    [InlineData("""[MetricHistogram("a", Buckets = null)] public void M() { }""")]
    [InlineData("""[MetricHistogram("a")] public void M() { }""")]
    [InlineData("""[MetricHistogram("a", Buckets = [5])] public void M() { }""")]
    [InlineData("""const double X = 0.5; [Instrumented("a", Buckets = [X, 1])] public void M() { }""")]
    public Task GoodBuckets_AreSilent(string members) => RuleHarness.VerifyAsync<BucketsAreMalformedAnalyzer>($"public enum E {{ A, B }} public partial class S {{ {members} }}");
}
