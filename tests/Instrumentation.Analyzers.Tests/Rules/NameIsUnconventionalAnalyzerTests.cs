using Instrumentation.Analyzers.Rules.Hygiene;
using Instrumentation.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.Analyzers.Tests.Rules;

/// <summary>The list of names that stay as they are; which names are against the conventions, the programs say.</summary>
public sealed class NameIsUnconventionalAnalyzerTests
{
    private const string Source = RuleHarness.Usings + "public class Cache { [MetricGauge(\"cache_items_total\")] public int Items => 1; [MetricGauge(\"cache_hits_total\")] public int Hits => 1; }";

    [Fact]
    public async Task Name_ListedWithAReason_IsLeftAlone() => Assert.Equal(
        ["cache_hits_total"],
        await ReportedAsync("metric-name-exceptions.md", "# Names\n\n| Metric | Complaint | Reason |\n|---|---|---|\n| `cache_items_total` | no counter | a dashboard of 2019 |\n"));

    [Theory]
    [InlineData("metric-name-exceptions.md", "| `cache_items_total` | no counter | |\n")]
    [InlineData("metric-name-exceptions.md", "`cache_items_total` is fine\n")]
    [InlineData("other.md", "| `cache_items_total` | no counter | a dashboard of 2019 |\n")]
    public async Task Name_WithoutAReasonOrElsewhere_IsReported(string file, string text) => Assert.Equal(["cache_items_total", "cache_hits_total"], await ReportedAsync(file, text));

    private static async Task<IEnumerable<string>> ReportedAsync(string file, string text)
    {
        var compilation = TestCompilation.Create(Source);
        TestCompilation.AssertCompiles(compilation);
        var found = await compilation.WithAnalyzers([new NameIsUnconventionalAnalyzer()], new AnalyzerOptions([new Additional(file, text)])).GetAnalyzerDiagnosticsAsync();
        return found.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).Select(diagnostic => Source.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length).Trim('"'));
    }

    private sealed class Additional(string path, string text) : AdditionalText
    {
        public override string Path { get; } = path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
