using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Infrastructure;
using Instrumentation.CodeFixes;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Tests.Rules;

public sealed class TagHasNoBoundAnalyzerTests
{
    private static string Program(string member) => $$"""
        public enum Format { Avro, Json }
        public record struct SubjectId(Guid Value);
        public sealed class Schema { public Format Format { get; set; } public string Text { get; set; } = ""; public Guid Id { get; set; } }
        public class Service
        {
            {{member}}
        }
        """;

    [Theory]
    [InlineData("public void M([[|Tag|]] string subject) { }")]
    [InlineData("public void M([[|Tag|]] string? subject) { }")]
    [InlineData("public void M([[|Tag(\"id\")|]] Guid id) { }")]
    [InlineData("public void M([[|Tag|]] Guid? id) { }")]
    [InlineData("public void M([[|Tag|]] DateTime at) { }")]
    [InlineData("public void M([[|Tag|]] int size) { }")]
    [InlineData("public void M([[|Tag|]] double ratio) { }")]
    [InlineData("public void M([[|Tag|]] Uri uri) { }")]
    [InlineData("public void M([[|Tag|]] SubjectId id) { }")]
    [InlineData("public void M<T>([[|Tag|]] T any) { }")]
    [InlineData("public void M([[|Tag(MaxValues = 0)|]] string subject) { }")]
    [InlineData("public void M([[|Tag(Values = new string[0])|]] string subject) { }")]
    [InlineData("public void M([Tag(From = [|\"subject\"|])] string subject) { }")]
    [InlineData("[return: [|Tag(\"r\")|]] public string M() => \"\";")]
    [InlineData("[return: [|Tag(\"r\")|]] public Task<int> M() => null!;")]
    [InlineData("[Tag(\"t\", From = [|\"schema.Text\"|])] public void M(Schema schema) { }")]
    [InlineData("[Tag(\"t\", From = [|\"schema.Id\"|])] public void M(Schema schema) { }")]
    [InlineData("[Tag(\"t\", From = [|\"schema.Format.ToString()\"|])] public void M(Schema schema) { }")]
    [InlineData("[Tag(\"t\", From = [|\"schema.Text.Length > 3 ? schema.Text : \\\"short\\\"\"|])] public void M(Schema schema) { }")]
    public Task OpenSet_IsReported(string member) => RuleHarness.VerifyAsync<TagHasNoBoundAnalyzer>(Program(member));

    [Theory]
    [InlineData("public void M([Tag] Format format) { }")]
    [InlineData("public void M([Tag] Format? format) { }")]
    [InlineData("public void M([Tag] bool flag) { }")]
    [InlineData("public void M([Tag(MaxValues = 20)] string region) { }")]
    [InlineData("public void M([Tag(MaxValues = 20)] Guid region) { }")]
    [InlineData("public void M([Tag(Values = new[] { \"a\", \"b\" })] string region) { }")]
    [InlineData("public void M([Tag(Values = [\"1\", \"2\"])] int version) { }")]
    [InlineData("public void M([SpanTag] string subject) { }")]
    [InlineData("public void M([SpanTag] Guid subject) { }")]
    [InlineData("[SpanTag(\"s\", From = \"schema.Text\")] public void M(Schema schema) { }")]
    [InlineData("[Tag(\"t\", Value = \"constant\")] public void M(string text) { }")]
    [InlineData("public void M([Tag(Value = \"constant\")] string text) { }")]
    [InlineData("public void M([Tag(From = \"text.Length > 3\")] string text) { }")]
    [InlineData("[return: Tag(\"r\")] public Task<bool> M() => null!;")]
    [InlineData("[return: Tag(\"r\")] public Task M() => null!;")]
    [InlineData("[Tag(\"t\", From = \"schema.Format\")] public void M(Schema schema) { }")]
    [InlineData("[Tag(\"t\", From = \"schema?.Format\")] public void M(Schema schema) { }")]
    [InlineData("[Tag(\"t\", From = \"schema.Text.Length > 3 ? \\\"long\\\" : \\\"short\\\"\")] public void M(Schema schema) { }")]
    [InlineData("[Tag(\"t\", From = \"schema.Text.Length switch { > 3 => \\\"long\\\", _ => \\\"short\\\" }\")] public void M(Schema schema) { }")]
    [InlineData("[Tag(\"t\", From = \"nameof(schema)\")] public void M(Schema schema) { }")]
    [InlineData("[Tag(\"t\", From = \"schema.Text\", MaxValues = 5)] public void M(Schema schema) { }")]
    [InlineData("[Tag(\"t\", From = \"schema.Missing\")] public void M(Schema schema) { }")]
    [InlineData("[Tag(\"t\")] public void M(Schema schema) { }")]
    public Task ClosedBoundedOrSpan_IsSilent(string member) => RuleHarness.VerifyAsync<TagHasNoBoundAnalyzer>(Program(member));

    [Fact]
    public async Task Message_NamesTagReasonAndWayOut()
    {
        var diagnostic = Assert.Single(await RuleHarness.VerifyAsync<TagHasNoBoundAnalyzer>(Program("public void M([[|Tag|]] Guid orderId) { }")));

        Assert.Equal(
            "The tag 'order_id' has no bound: a Guid has 2^122 values; declare Values or MaxValues, or put it on the span with [SpanTag]", diagnostic.GetMessage());
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
    }

    [Fact]
    public Task TagOnType_IsReportedOnce() => RuleHarness.VerifyAsync<TagHasNoBoundAnalyzer>(
        "[Instrumented, Tag(\"n\", From = [|\"Name\"|])] public class Service { internal string Name = \"\"; public void A() { } public void B() { } }");

    [Fact]
    public async Task Pragma_Suppresses() => Assert.Empty(await RuleHarness.RunAsync(
        TestCompilation.Create(RuleHarness.Usings + "#pragma warning disable INS2001\n" + Program("public void M([Tag] string subject) { }")), new TagHasNoBoundAnalyzer()));

    [Theory]
    [InlineData(ReportDiagnostic.Suppress, null)]
    [InlineData(ReportDiagnostic.Error, DiagnosticSeverity.Error)]
    public async Task Severity_IsTheUsersChoice(ReportDiagnostic severity, DiagnosticSeverity? expected)
    {
        var diagnostics = await RuleHarness.RunAsync(Program("public void M([Tag] string subject) { }"), new TagHasNoBoundAnalyzer(), severity);

        Assert.Equal(expected, diagnostics.SingleOrDefault()?.Severity);
    }

    private const string Unfixed = """
        class C
        {
            void A([Tag] string a, [Tag("b") /* why */] Guid b, [Tag("x", MaxValues = 0)] int c) { }

            [Instrumented, Tag("t", From = "text")] // keep
            [return: TagAttribute("r")]
            string B(string text) => text;

            void D([Instrumentation.Tag()] string d, [Instrumentation.TagAttribute(MaxValues = 0)] string e) { }
        }
        """;

    [Fact]
    public Task Fix_WithMaximum_BoundsEachTag() => FixHarness.VerifyAsync<TagHasNoBoundAnalyzer, TagHasNoBoundFixer>(
        Unfixed,
        """
        class C
        {
            void A([Tag(MaxValues = 100)] string a, [Tag("b", MaxValues = 100) /* why */] Guid b, [Tag("x", MaxValues = 100)] int c) { }

            [Instrumented, Tag("t", From = "text", MaxValues = 100)] // keep
            [return: TagAttribute("r", MaxValues = 100)]
            string B(string text) => text;

            void D([Instrumentation.Tag(MaxValues = 100)] string d, [Instrumentation.TagAttribute(MaxValues = 100)] string e) { }
        }
        """,
        "MaxValues");

    [Fact]
    public Task Fix_ToSpan_RenamesAndDropsBounds() => FixHarness.VerifyAsync<TagHasNoBoundAnalyzer, TagHasNoBoundFixer>(
        Unfixed,
        """
        class C
        {
            void A([SpanTag] string a, [SpanTag("b") /* why */] Guid b, [SpanTag("x")] int c) { }

            [Instrumented, SpanTag("t", From = "text")] // keep
            [return: SpanTagAttribute("r")]
            string B(string text) => text;

            void D([Instrumentation.SpanTag()] string d, [Instrumentation.SpanTagAttribute()] string e) { }
        }
        """,
        "SpanTag");

    [Fact]
    public Task Fix_ToSpanOfAMethodThatOnlyCounts_GivesItASpan() => FixHarness.VerifyAsync<TagHasNoBoundAnalyzer, TagHasNoBoundFixer>(
        """
        public sealed class Shop
        {
            /// <summary>Adds.</summary>
            [MetricCounter("a_total")] // counted
            public void Add([Tag] Guid order, [Tag] string customer) { }

            [MetricCounter("b_total"), Tag("id", From = "id")] public void Remove(Guid id) { }

            [Instrumented, MetricCounter("c_total")]
            public void Move([Tag] Guid order) { }

            [Instrumentation.MetricCounter("d_total")]
            [return: Instrumentation.Tag("name")]
            public string Name() => "";
        }
        """,
        """
        public sealed class Shop
        {
            /// <summary>Adds.</summary>
            [MetricCounter("a_total")] // counted
            [Instrumented(Duration = false)]
            public void Add([SpanTag] Guid order, [SpanTag] string customer) { }

            [MetricCounter("b_total"), SpanTag("id", From = "id")][Instrumented(Duration = false)] public void Remove(Guid id) { }

            [Instrumented, MetricCounter("c_total")]
            public void Move([SpanTag] Guid order) { }

            [Instrumentation.MetricCounter("d_total")]
            [Instrumentation.Instrumented(Duration = false)]
            [return: Instrumentation.SpanTag("name")]
            public string Name() => "";
        }
        """,
        "SpanTag");

    [Fact]
    public Task Fix_ToSpanOfAMethodThatOnlyCounts_LeavesNoAttributeWithoutEffect() => RuleHarness.VerifyAsync<AttributeHasNoEffectAnalyzer>("""
        public sealed class Shop
        {
            [MetricCounter("a_total")]
            [Instrumented(Duration = false)]
            public void Add([SpanTag] Guid order, [SpanTag] string customer) { }
        }
        """);

    [Fact]
    public async Task Fix_ToSpanWhereNothingHasOne_IsNotOffered()
    {
        foreach (var source in new[]
        {
            "public static partial class M { [MetricCounter(\"a_total\")] public static partial void Scanned([Tag] string gate); }",
            "[Instrumented(Span = false)] public sealed class S { [MetricCounter(\"a_total\")] public void Add([Tag] string gate) { } }",
        })
        {
            var found = await RuleHarness.RunAsync(TestCompilation.Create(RuleHarness.Usings + source), new TagHasNoBoundAnalyzer());
            Assert.Null(Assert.Single(found).Properties["Span"]);
        }
    }

    [Fact]
    public Task Fix_OfAStatusCode_RecordsItsClass() => FixHarness.VerifyAsync<TagHasNoBoundAnalyzer, TagHasNoBoundFixer>(
        """
        public sealed class Web
        {
            [MetricCounter("a_total")]
            [Tag("code", From = "(int)response.StatusCode")] // of the response
            public void A(System.Net.Http.HttpResponseMessage response, [Tag] int statusCode) { }
        }
        """,
        """
        public sealed class Web
        {
            [MetricCounter("a_total")]
            [Tag("code", From = "((int)response.StatusCode) >= 500 ? \"5xx\" : ((int)response.StatusCode) >= 400 ? \"4xx\" : ((int)response.StatusCode) >= 300 ? \"3xx\" : ((int)response.StatusCode) >= 200 ? \"2xx\" : \"1xx\"")] // of the response
            public void A(System.Net.Http.HttpResponseMessage response, [Tag(From = "statusCode >= 500 ? \"5xx\" : statusCode >= 400 ? \"4xx\" : statusCode >= 300 ? \"3xx\" : statusCode >= 200 ? \"2xx\" : \"1xx\"")] int statusCode) { }
        }
        """,
        "StatusClass");

    // In a build the generator has written the other half by then: what its attributes say would be said of the user's half too.
    [Fact]
    public Task TagOfAnInstrumentThatTheGeneratorCompleted_IsReported() => RuleHarness.VerifyGeneratedAsync<TagHasNoBoundAnalyzer>("""
        public static partial class GateMetrics
        {
            [MetricCounter("scans_total")]
            public static partial void Scanned([[|Tag|]] string gate);
        }
        """);
}
