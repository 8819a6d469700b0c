using Instrumentation.Analyzers.Rules.Hygiene;
using Instrumentation.Analyzers.Tests.Infrastructure;
using Instrumentation.CodeFixes;

namespace Instrumentation.Analyzers.Tests.Rules;

public sealed class ObjectiveHasNoBoundaryAnalyzerTests
{
    [Theory]
    [InlineData("""[Instrumented("a", Buckets = [0.1, 0.5])] [Slo(0.99, [|0.25|])] public void M() { }""")]
    [InlineData("""[Instrumented("a", Buckets = [0.1, 0.5])] [Slo(0.99, [|2|])] public void M() { }""")]
    [InlineData("""[Instrumented("a", Buckets = [0.1, 0.5])] [Slo(threshold: [|0.01|], objective: 0.99)] public void M() { }""")]
    [InlineData("""[Instrumented] [Slo(0.99, [|0.3|])] public void M() { }""")]
    [InlineData("""[Instrumented("a")] [Slo([|99|], 0.25)] public void M() { }""")]
    [InlineData("""[Instrumented("a")] [Slo([|1|], 0.25)] public void M() { }""")]
    [InlineData("""[Instrumented("a")] [Slo(0.9, [|double.NaN|])] public void M() { }""")]
    [InlineData("""[[|Slo(0.9, 1)|]] public void M() { }""")]
    [InlineData("""[Instrumented("a", Duration = false, Calls = true)] [[|Slo(0.9, 1)|]] public void M() { }""")]
    [InlineData("""[MetricHistogram("a", Value = "1.0")] [MetricHistogram("b")] [[|Slo(0.9, 1)|]] public void M() { }""")]
    [InlineData("""[MetricHistogram("a")] [[|Slo(0.9, 1, Metric = "other")|]] public void M() { }""")]
    [InlineData("""[MetricHistogram("a", Buckets = [5])] [MetricHistogram("b")] [Slo(0.9, [|1|], Metric = "a")] public void M() { }""")]
    [InlineData("""[MetricHistogram("a", Buckets = [5])] [Slo(0.9, [|1|])] static partial void Recorded([Value] double size);""")]
    [InlineData("""[Instrumented("a", Buckets = [5])] [Slo(0.9, [|1|])] public class T { public void M() { } public void N() { } }""")]
    [InlineData("""[Instrumented("a", Buckets = [5])] public class T { [Slo(0.9, [|1|])] public void M() { } }""")]
    [InlineData("""[Instrumented("a", Buckets = [5])] public interface I { [Slo(0.9, [|1|])] void M(); }""")]
    public Task ObjectiveThatNoBucketTells_IsReported(string members) => RuleHarness.VerifyAsync<ObjectiveHasNoBoundaryAnalyzer>($"public partial class S {{ {members} }}");

    [Theory]
    [InlineData("""[Instrumented("a", Buckets = [0.1, 0.25, 0.5])] [Slo(0.99, 0.25)] public void M() { }""")]
    [InlineData("""[Instrumented] [Slo(0.99, 0.25)] [Slo(0.5, 0.01)] public void M() { }""")]
    [InlineData("""[Instrumented("a", Buckets = [5, 1])] [Slo(0.99, 0.25)] public void M() { }""")]
    [InlineData("""[MetricHistogram("a", Buckets = [5])] [MetricHistogram("b")] [Slo(0.9, 5, Metric = "a")] public void M() { }""")]
    [InlineData("""[MetricHistogram("a", Buckets = [100, 1000])] [Slo(0.9, 100)] static partial void Recorded([Value] double size);""")]
    [InlineData("""[Instrumented("a", Buckets = [5])] [Slo(0.9, 5)] public class T { public void M() { } public void N() { } }""")]
    [InlineData("""[Instrumented("a", Buckets = [5])] public class T { [Slo(0.9, 5)] public void M() { } }""")]
    [InlineData("""[Instrumented("a", Calls = true, InFlight = true)] [Slo(0.9, 5)] public void M() { }""")]
    [InlineData("""const double Good = 0.5; [Instrumented("a", Buckets = [Good, 1])] [Slo(0.9, Good)] public void M() { }""")]
    [InlineData("""[Instrumented("a")] public void M() { }""")]
    public Task ObjectiveAtABound_IsSilent(string members) => RuleHarness.VerifyAsync<ObjectiveHasNoBoundaryAnalyzer>($"public partial class S {{ {members} }}");

    [Theory]
    [InlineData("[0.1, 0.5]", "[0.1, 0.25, 0.5]")]
    [InlineData("[0.5]", "[0.25, 0.5]")]
    [InlineData("[0.1, 0.2] /* seconds */", "[0.1, 0.2, 0.25] /* seconds */")]
    [InlineData("new double[] { 0.1, 1 }", "new double[] { 0.1, 0.25, 1 }")]
    [InlineData("new[] { 0.1, 1 }", "new[] { 0.1, 0.25, 1 }")]
    [InlineData("[.1, .5]", "[.1, 0.25, .5]")]
    [InlineData("[.5]", "[0.25, .5]")]
    [InlineData("[.1,.2]", "[.1,.2,0.25]")]
    [InlineData("[.1, .26, ]", "[.1, 0.25, .26, ]")]
    public Task Bound_IsAdded(string before, string after)
    {
        const string Text = "public class C { [Instrumented(\"a\", Buckets = @)] [Slo(0.99, 0.25)] public virtual void M() { } [Instrumented(\"b\", Buckets = @)] [Slo(0.9, 0.25)] public virtual void N() { } }";
        return FixHarness.VerifyAsync<ObjectiveHasNoBoundaryAnalyzer, BucketsFixer>(Text.Replace("@", before, StringComparison.Ordinal), Text.Replace("@", after, StringComparison.Ordinal), nameof(BucketsFixer));
    }

    [Theory]
    [InlineData("[.1, 1]", "[.1, 0.2, 0.25, 1]")]
    [InlineData("[0.2]", "[0.2, 0.25]")]
    [InlineData("new[] { 5.0 }", "new[] { 0.2, 0.25, 5.0 }")]
    public Task BoundsOfSeveralObjectives_AreAddedToOneList(string before, string after)
    {
        const string Text = "public class C { [Instrumented(\"a\", Buckets = @)] [Slo(0.99, 0.25)] [Slo(0.9, 0.2)] public virtual void M() { } }";
        return FixHarness.VerifyAsync<ObjectiveHasNoBoundaryAnalyzer, BucketsFixer>(Text.Replace("@", before, StringComparison.Ordinal), Text.Replace("@", after, StringComparison.Ordinal), nameof(BucketsFixer));
    }
}
