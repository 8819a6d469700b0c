using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Tests.Rules;

public sealed class ExpressionDoesNotBindAnalyzerTests
{
    private static string Method(string attributes) => $$"""
        public enum Format { Avro, Json }
        public sealed class Schema { public Format Format { get; set; } public string Text { get; set; } = ""; }
        public class Service
        {
            {{attributes}}
            public Task<int> AddAsync(Schema schema, string? name) => Task.FromResult(1);
        }
        """;

    [Theory]
    // The squiggle stands in the string, whatever kind of string it is.
    [InlineData("[Tag(\"format\", From = \"schema.[|Fromat|]\")]")]
    [InlineData("[Tag(\"format\", From = @\"schema.[|Fromat|]\")]")]
    [InlineData("[Tag(\"format\", From = @\"name == \"\"x\"\" ? schema.[|Fromat|] : default\")]")]
    [InlineData("[Tag(\"format\", From = \"\"\"schema.[|Fromat|]\"\"\")]")]
    [InlineData("[Tag(\"format\", From = \"\\u0073chema.[|Fro\\u006dat|]\")]")]
    [InlineData("[Tag(\"format\", From = \"name == \\\"\\x41\\\" ? 1 : [|nmae|]\")]")]
    [InlineData("[Tag(\"format\", From = \"\"\"\n            schema\n\n                .[|Fromat|]\n            \"\"\")]")]
    // Not one literal: the whole argument.
    [InlineData("[Tag(\"format\", From = [|\"schema.\" + \"Fromat\"|])]")]
    // Each attribute that takes an expression.
    [InlineData("[SpanTag(\"format\", From = \"[|shcema|]\")]")]
    [InlineData("[MetricCounter(\"c_total\", Value = \"[|size|]\")]")]
    [InlineData("[MetricHistogram(\"h\", Value = \"schema.[|Size|]\")]")]
    [InlineData("[MetricSummary(\"h\", Value = \"schema.[|Size|]\")]")]
    [InlineData("[MetricUpDownCounter(\"u\", Value = \"schema.[|Size|]\")]")]
    [InlineData("[MetricUpDownCounter(\"u\", Value = \"[|schema.Format|]\")]")]
    [InlineData("[MetricGauge(\"g\", Value = \"[|schema.Text|]\")]")]
    [InlineData("[return: Tag(\"format\", From = \"result.[|Missing|]\")]")]
    // Mistakes of other kinds.
    [InlineData("[Tag(\"format\", From = [|\"\"|])]")]
    [InlineData("[Tag(\"format\", From = \"schema.Format[|)|]\")]")]
    [InlineData("[Tag(\"format\", From = \"[|schema = null|]\")]")]
    [InlineData("[MetricCounter(\"c_total\", Value = \"[|name == null|]\")]")]
    [InlineData("[FailureWhen(\"[|result|]\")]")]
    [InlineData("[FailureWhen(\"result.[|Missing|]\")]")]
    [InlineData("[FailureWhen(condition: \"[|name?.StartsWith('a')|]\")]")]
    [InlineData("[RejectedWhen(\"[|schema.Text|]\")]")]
    [InlineData("[MetricCounter(\"c_total\", Value = \"[|schema.Text|]\")]")]
    [InlineData("[MetricHistogram(\"h\", Value = \"[|schema.Text|]\")]")]
    public Task Mistake_InExpression_IsReportedInTheString(string attributes) =>
        RuleHarness.VerifyAsync<ExpressionDoesNotBindAnalyzer>(Method(attributes));

    [Fact]
    public Task TagOfAnObservedProperty_IsReportedToo() =>
        RuleHarness.VerifyAsync<ExpressionDoesNotBindAnalyzer>("""
            public class Pool
            {
                [MetricGauge("size"), Tag("good", From = "Size > 1"), Tag("bad", From = "this.[|Sise|] > 1")]
                public int Size => 1;
            }
            """);

    [Fact]
    public async Task Message_SaysWhatIsWrongAndWhatWasMeant()
    {
        var diagnostic = Assert.Single(await RuleHarness.VerifyAsync<ExpressionDoesNotBindAnalyzer>(Method("[Tag(\"format\", From = \"schema.[|Fromat|]\")]")));

        Assert.Equal("'Schema' has no member 'Fromat'; did you mean 'Format'?", diagnostic.GetMessage());
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
    }

    [Fact]
    public async Task MistakeOnType_IsReportedOnceWithTheMethod()
    {
        var diagnostic = Assert.Single(await RuleHarness.VerifyAsync<ExpressionDoesNotBindAnalyzer>("""
            [Instrumented, Tag("kind", From = "[|kind|]")]
            public class Service
            {
                public void First(int kind) { }
                [NotInstrumented] public void Skipped() { }
                private void Helper() { }
                public void Second(string other) { }
                public void Third(string other) { }
            }
            """));

        Assert.StartsWith("For the method 'Second': The name 'kind' does not exist here", diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public Task MistakeOnPartialTypeInAnotherFile_IsReportedAtTheAttribute() => RuleHarness.VerifyAsync<ExpressionDoesNotBindAnalyzer>(
        "[Instrumented, Tag(\"kind\", From = \"this.Kind + [|missing|]\")] public partial class Service;",
        "public partial class Service { internal int Kind; public void M() { } }");

    [Theory]
    [InlineData("public IEnumerable<int> M(int a) { yield return a; }")]
    [InlineData("public async IAsyncEnumerable<int> M(int a) { await Task.Yield(); yield return a; }")]
    public Task ResultOfASequence_IsReported(string method) => RuleHarness.VerifyAsync<ExpressionDoesNotBindAnalyzer>(
        $$"""public class Service { [Instrumented, FailureWhen("a < 0"), FailureWhen("[|result|] == null")] {{method}} }""");

    [Theory]
    [InlineData("[Tag(\"format\", From = \"schema.Format\")]")]
    [InlineData("[Tag(\"format\", From = \"schema?.Format\")]")]
    [InlineData("[Tag(\"format\", From = \"name ?? \\\"none\\\"\", MaxValues = 3)]")]
    [InlineData("[Tag(\"format\", Value = \"not C# at all (\")]")]
    [InlineData("[SpanTag(\"format\", Value = \"schema.Fromat\")]")]
    [InlineData("[SpanTag(\"format\", From = \"result\")]")]
    [InlineData("[MetricCounter(\"c_total\")]")]
    [InlineData("[MetricCounter(\"c_total\", Value = \"result\")]")]
    [InlineData("[MetricCounter(\"c_total\", Value = \"schema.Text.Length\")]")]
    [InlineData("[MetricHistogram(\"h\", Value = \"schema.Text.Length / 2.0\")]")]
    [InlineData("[MetricHistogram(\"h\", Value = \"(double)result\")]")]
    [InlineData("[MetricSummary(\"h\", Value = \"(double)result\")]")]
    [InlineData("[Obsolete(\"schema.Fromat\")]")]
    [InlineData("[MetricCounter(\"c_total\", Value = \"result * 0.5\"), MetricUpDownCounter(\"u\", Value = \"1.5m\")]")]
    [InlineData("[MetricCounter(\"c_total\", Value = \"TimeSpan.FromSeconds(result)\"), MetricGauge(\"g\", Value = \"result > 1\")]")]
    [InlineData("[Instrumented, FailureWhen(\"result < 0\"), FailureWhen(\"name == null\"), RejectedWhen(\"schema.Text is { Length: 0 }\"), RejectedWhen(typeof(TimeoutException))]")]
    [InlineData("[Tag(\"t\", From = null)]")]
    [InlineData("[Tag(\"t\", Value = \"v\"), Tag(\"u\", From = \"nameof(schema)\")]")]
    public Task RightExpression_IsSilent(string attributes) => RuleHarness.VerifyAsync<ExpressionDoesNotBindAnalyzer>(Method(attributes));

    [Theory]
    [InlineData("public class TagAttribute : Attribute { public string? From { get; set; } } [Other.Tag(From = \"nonsense (\")] class C { }", "namespace Other { public class TagAttribute : Attribute { public string? From { get; set; } } }")]
    [InlineData("[Instrumented, Tag(\"t\", From = \"x\")] interface I { void M(int x); }", "")]
    [InlineData("[Tag(\"t\", From = \"nonsense (\")] class NobodyIsInstrumented { public void M() { } }", "")]
    [InlineData("[Instrumented, Tag(\"t\", From = \"Kind\")] record R(int Kind) { public void M() { } }", "")]
    public Task OtherCode_IsSilent(string source, string other) => RuleHarness.VerifyAsync<ExpressionDoesNotBindAnalyzer>(source, other);

    [Fact]
    public async Task Pragma_Suppresses()
    {
        var diagnostics = await RuleHarness.RunAsync(
            TestCompilation.Create(RuleHarness.Usings + "#pragma warning disable INS0001\n" + Method("[Tag(\"f\", From = \"schema.Fromat\")]")), new ExpressionDoesNotBindAnalyzer());

        Assert.Empty(diagnostics);
    }

    [Theory]
    [InlineData(ReportDiagnostic.Suppress, null)]
    [InlineData(ReportDiagnostic.Warn, DiagnosticSeverity.Warning)]
    [InlineData(ReportDiagnostic.Info, DiagnosticSeverity.Info)]
    public async Task Severity_IsTheUsersChoice(ReportDiagnostic severity, DiagnosticSeverity? expected)
    {
        var diagnostics = await RuleHarness.RunAsync(Method("[Tag(\"f\", From = \"schema.Fromat\")]"), new ExpressionDoesNotBindAnalyzer(), severity);

        Assert.Equal(expected, diagnostics.SingleOrDefault()?.Severity);
    }

    [Fact]
    public async Task GeneratedCode_IsSilent()
    {
        var diagnostics = await RuleHarness.RunAsync(
            TestCompilation.Create("// <auto-generated/>\n" + RuleHarness.Usings + Method("[Tag(\"f\", From = \"schema.Fromat\")]")), new ExpressionDoesNotBindAnalyzer());

        Assert.Empty(diagnostics);
    }

    [Fact]
    public async Task WithoutTheRuntimeLibrary_NothingHappens()
    {
        var compilation = TestCompilation.Create("[System.Obsolete(\"x\")] class C;").WithReferences(
            TestCompilation.References.Where(reference => reference.Display?.Contains("Instrumentation", StringComparison.Ordinal) != true));

        Assert.Empty(await RuleHarness.RunAsync(compilation, new ExpressionDoesNotBindAnalyzer()));
    }
}
