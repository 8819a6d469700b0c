using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Infrastructure;

namespace Instrumentation.Analyzers.Tests.Rules;

public sealed class MetricDeclarationsDisagreeAnalyzerTests
{
    [Theory]
    [InlineData("""[MetricCounter("a")] public void M() { } [[|MetricUpDownCounter("a")|]] public void N() { }""")]
    [InlineData("""[MetricHistogram("a")] public void M() { } [[|MetricSummary("a")|]] public void N() { }""")]
    [InlineData("""[MetricSummary("a")] static partial void M([Value] int x); [[|MetricSummary("a")|]] public void N() { }""")]
    [InlineData("""[MetricCounter("a", Unit = "bytes")] public void M() { } [[|MetricCounter("a")|]] public void N() { }""")]
    [InlineData("""[MetricHistogram("a", Buckets = [1])] public void M() { } [[|MetricHistogram("a", Buckets = [2])|]] public void N() { }""")]
    [InlineData("""[Instrumented("a")] public void M() { } [[|Instrumented("a", Buckets = [2])|]] public void N() { }""")]
    [InlineData("""[MetricCounter("a")] public void M([Tag] E e) { } [[|MetricCounter("a")|]] public void N() { } [MetricCounter("a")] public void O([Tag] bool e) { }""")]
    [InlineData("""[MetricCounter("a", OutcomeTag = "r")] public void M() { } [[|MetricCounter("a")|]] public void N() { }""")]
    [InlineData("""[MetricCounter("a", OutcomeTag = "r")] public void M() { } [[|MetricCounter("a", OutcomeTag = "r")|], OutcomeNames(Success = "ok")] public void N() { }""")]
    [InlineData("""[MetricGauge("a")] public int P => 1; [[|MetricGauge("a", Value = "1")|]] public void M() { }""")]
    [InlineData("""[MetricCounter("a")] static partial void M([Tag] E e); [[|MetricCounter("a")|]] public void N() { }""")]
    [InlineData("""[MetricCounter("a"), ErrorTypes(typeof(Exception))] public void M() { } [[|MetricCounter("a")|]] public void N() { }""")]
    [InlineData("""[Instrumented(Calls = true)] public void M() { } [[|MetricCounter("calls_total")|]] public void N() { }""")]
    [InlineData("""[[|Instrumented("a", Tags = ["op"])|]] public class C { [Tag("op", Value = "1")] public void M() { } public void N() { } }""")]
    [InlineData("""[Instrumented("a_seconds", InFlight = true)] public void M() { } [[|MetricCounter("a_in_flight")|]] public void N() { }""")]
    [InlineData("""[Instrumented] public void M() { } [[|Instrumented(Buckets = [1])|]] public void N() { }""")]
    public Task Difference_IsReportedAtTheLater(string members) => RuleHarness.VerifyAsync<MetricDeclarationsDisagreeAnalyzer>($"public enum E {{ A, B }} public partial class S {{ {members} }}");

    [Theory]
    [InlineData("""[MetricCounter("a")] public void M() { } [MetricCounter("b")] public void N() { }""")]
    [InlineData("""[MetricCounter("a", Description = "x")] public void M([Tag] E e) { } [MetricCounter("a"), Tag("e", Value = "a")] public void N() { }""")]
    [InlineData("""[Instrumented("a", Buckets = [1, 2])] public void M() { } [Instrumented("a", Buckets = [1, 2]), OutcomeNames()] public void N() { }""")]
    [InlineData("""[Instrumented] public void M() { } [Instrumented] public int N([Tag] E e) => 1;""")]
    [InlineData("""[MetricSummary("a")] public void M() { } [MetricSummary("a", Value = "1", Unit = "seconds")] public void N() { }""")]
    [InlineData("""[MetricHistogram("a")] public void M() { } [MetricHistogram("a", Value = "1", Unit = "seconds")] public void N() { }""")]
    [InlineData("""[Instrumented("a"), Tag("t", Value = "x")] public class C { public void M([Tag] E e) { } public void N() { } }""")]
    [InlineData("""[MetricCounter("a")] static partial void M([Tag] E e); [MetricCounter("a")] public void N([Tag] E e) { }""")]
    [InlineData("""[MetricCounter("a")] private T M<T>(T x) => x; [MetricUpDownCounter("a")] public void N() { }""")]
    [InlineData("""[MetricGauge("a")] public int P => 1; [MetricGauge("a")] public double Q => 1;""")]
    [InlineData("""[MetricCounter("bad name")] public void M() { } [MetricGauge("bad name", Value = "1")] public void N() { }""")]
    [InlineData("""[Instrumented(InFlight = true)] public void M() { } [Instrumented(InFlight = true)] public int N() => 1;""")]
    [InlineData("""[MetricCounter("a", Tags = ["x"]), Tag("x", Value = "1"), Tag("y", Value = "1")] public void M() { } [MetricCounter("a"), Tag("x", Value = "2")] public void N() { }""")]
    [InlineData("""[MetricCounter("a", OutcomeTag = "r"), OutcomeNames(Success = "success")] public void M() { } [MetricCounter("a", OutcomeTag = "r")] public void N() { }""")]
    [InlineData("""[Instrumented("a", InFlight = true)] [return: Tag("r")] public bool M() => true; [Instrumented("a", InFlight = true), Tag("r", From = "result > 1")] public int N() => 1;""")]
    public Task Agreement_IsSilent(string members) => RuleHarness.VerifyAsync<MetricDeclarationsDisagreeAnalyzer>($"public enum E {{ A, B }} public partial class S {{ {members} }}");

    [Fact]
    public async Task Message_NamesBothAndTheFirstPlace()
    {
        var sources = new[] { "public class D { [MetricHistogram(\"a\")] public void M() { } }", "public class C { [MetricCounter(\"a\")] public void M() { } }" };
        var diagnostic = Assert.Single(await RuleHarness.RunAsync(TestCompilation.Create([.. sources.Select(source => RuleHarness.Usings + source)]), new MetricDeclarationsDisagreeAnalyzer()));
        Assert.Equal("The metric 'a' is declared here a counter, but a histogram at File0.cs(8,19); make them agree, or give one of them another name", diagnostic.GetMessage());
        Assert.Equal("File1.cs", diagnostic.Location.SourceTree!.FilePath);
    }

    [Fact]
    public async Task Reference_ComesFirst()
    {
        var library = TestCompilation.Create("""[assembly: Instrumentation.Weaving.InstrumentationRegistrar(typeof(R), Metrics = new[] { "a|counter|||channel|", "b|counter||||", "no declaration" })] public static class R { }""");
        using var image = new MemoryStream();
        Assert.True(library.Emit(image).Success);
        var compilation = TestCompilation.Create(RuleHarness.Usings + """public class C { [MetricCounter("a")] public void M() { } [MetricCounter("b")] public void N() { } }""")
            .AddReferences(Microsoft.CodeAnalysis.MetadataReference.CreateFromImage(image.ToArray()));
        var diagnostic = Assert.Single(await RuleHarness.RunAsync(compilation, new MetricDeclarationsDisagreeAnalyzer()));
        Assert.Equal("The metric 'a' is declared here without tags, but with the tags channel at the assembly 'Sample'; make them agree, or give one of them another name", diagnostic.GetMessage());
    }
}
