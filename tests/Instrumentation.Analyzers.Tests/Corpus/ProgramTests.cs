using System.Collections.Immutable;
using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Tests.Corpus;

/// <summary>Whole programs for the rules of context (INS3xxx) and hygiene (INS4xxx), each with all of these rules.</summary>
public sealed class ProgramTests
{
    private static readonly SyntaxTree s_libraries = CSharpSyntaxTree.ParseText(ProgramSources.Libraries, path: "Libraries.cs");
    private static readonly SyntaxTree s_entry = CSharpSyntaxTree.ParseText("internal static class EntryPoint { private static void Main() { } }", path: "EntryPoint.cs");
    private static readonly MetadataReference[] s_references = [.. CorpusRun.References()];

    private static readonly ImmutableArray<DiagnosticAnalyzer> s_rules =
    [
        .. typeof(TagHasNoBoundAnalyzer).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract && !type.IsSubclassOf(typeof(DiagnosticSuppressor)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!).Where(rule => rule.SupportedDiagnostics[0].Id is ['I', 'N', 'S', '3' or '4', ..]),
    ];

    public static TheoryData<string> Names => [.. ProgramCase.All.Select(each => each.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Program_IsReportedWhereItSays(string name)
    {
        var wanted = ProgramCase.All.Single(each => each.Name == name);
        var found = await FindAsync(wanted);

        var expected = wanted.Source.Marks.OrderBy(mark => mark.Span.Start).ThenBy(mark => mark.Id, StringComparer.Ordinal).Select(mark => $"{mark.Id} '{wanted.Source.Text.Substring(mark.Span.Start, mark.Span.Length)}'");
        var actual = found.Select(diagnostic => $"{diagnostic.Id} '{wanted.Source.Text.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)}'");
        Assert.True(expected.SequenceEqual(actual), $"expected:\n{string.Join('\n', expected)}\nactual:\n{string.Join('\n', found.Select(diagnostic => diagnostic.ToString()))}");
    }

    [Fact]
    public void Corpus_IsLargeAndBalanced()
    {
        Assert.True(ProgramCase.All.Count >= 150, $"{ProgramCase.All.Count} programs");
        Assert.True(ProgramCase.All.Count(each => each.Link is not null) >= 60, $"{ProgramCase.All.Count(each => each.Link is not null)} links");
        Assert.True(ProgramCase.All.Count(each => each.MustReport) >= 75, $"{ProgramCase.All.Count(each => each.MustReport)} that must report");
        Assert.True(ProgramCase.All.Count(each => !each.MustReport) >= 75, $"{ProgramCase.All.Count(each => !each.MustReport)} that must not");
    }

    [Fact]
    public void EachRule_SpeaksAndIsSilent() => Assert.All(s_rules.Select(rule => rule.SupportedDiagnostics[0].Id).Where(id => id != RuleIds.CorrelationIdNotHandedOn), id =>
    {
        var own = ProgramCase.All.Where(each => each.Name.StartsWith(id, StringComparison.Ordinal)).ToList();
        Assert.True(own.Count(each => each.MustReport) >= 2, id);
        Assert.True(own.Count(each => !each.MustReport) >= 2, id);
    });

    /// <summary>What type or origin prove is a warning; what a name says is information; what makes the telemetry lie is an error.</summary>
    [Theory]
    [InlineData("INS3003: a work item of a request goes into a channel", DiagnosticSeverity.Warning)]
    [InlineData("INS3003: by a name alone", DiagnosticSeverity.Info)]
    [InlineData("INS3006: on the pool", DiagnosticSeverity.Warning)]
    [InlineData("INS3006: by a name alone", DiagnosticSeverity.Info)]
    [InlineData("INS3007: a request without the header", DiagnosticSeverity.Warning)]
    [InlineData("INS3007: by a name alone", DiagnosticSeverity.Info)]
    [InlineData("INS3002: a typed id", DiagnosticSeverity.Warning)]
    [InlineData("INS3002: null", DiagnosticSeverity.Info)]
    [InlineData("INS4001: private fields that nobody reads", DiagnosticSeverity.Error)]
    [InlineData("INS4002: active workflows, only raised", DiagnosticSeverity.Error)]
    [InlineData("INS4006: swallowed and logged", DiagnosticSeverity.Warning)]
    [InlineData("INS4006: an expected kind is information", DiagnosticSeverity.Info)]
    [InlineData("INS4007: a counter without total", DiagnosticSeverity.Warning)]
    [InlineData("INS4007: capitals", DiagnosticSeverity.Info)]
    [InlineData("INS4011: a view with no boundaries", DiagnosticSeverity.Error)]
    [InlineData("INS4012: by its number and by a method", DiagnosticSeverity.Error)]
    [InlineData("INS4012: texts of a tag", DiagnosticSeverity.Warning)]
    [InlineData("INS4012: an answer that says other numbers than the metric", DiagnosticSeverity.Info)]
    public async Task Report_HasTheSeverityOfItsEvidence(string name, DiagnosticSeverity severity) =>
        Assert.All(await FindAsync(ProgramCase.All.Single(each => each.Name == name)), found => Assert.Equal(severity, found.Severity));

    private static async Task<List<Diagnostic>> FindAsync(ProgramCase wanted)
    {
        var tree = CSharpSyntaxTree.ParseText(wanted.Source.Text, path: "Program.cs");
        SyntaxTree[] trees = wanted.IsExecutable ? [tree, s_libraries, s_entry] : [tree, s_libraries];
        var compilation = CSharpCompilation.Create("Program", trees, s_references, TestCompilation.Options.WithOutputKind(wanted.IsExecutable ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary));
        var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id != "CS8795").ToArray();
        Assert.True(errors.Length == 0, string.Join('\n', errors.Select(error => error.ToString())));

        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, analyzer, _) => throw new InvalidOperationException($"{analyzer} threw.", exception), concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        return [.. (await compilation.WithAnalyzers(s_rules, options).GetAnalyzerDiagnosticsAsync())
            .Where(diagnostic => !diagnostic.IsSuppressed && diagnostic.Location.SourceTree?.FilePath != "Libraries.cs").OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)];
    }
}
