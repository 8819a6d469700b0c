using System.Collections.Immutable;
using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Tests.Corpus;

/// <summary>All cases in one compilation, with all rules: none may disturb another.</summary>
internal static class CorpusRun
{
    private static readonly Lazy<Task<ILookup<string, Diagnostic>>> s_found = new(RunAsync);

    /// <summary>What is reported in each case.</summary>
    public static Task<ILookup<string, Diagnostic>> Found => s_found.Value;

    private static async Task<ILookup<string, Diagnostic>> RunAsync()
    {
        var trees = CorpusCase.All.Select(each => (each.Name, each.Source.Text))
            .Concat([("Shared", CorpusSources.Shared), ("Prometheus", CorpusSources.Prometheus), ("Extensions", CorpusSources.Extensions)])
            .Select(file => CSharpSyntaxTree.ParseText(file.Item2, path: file.Item1));
        var compilation = CSharpCompilation.Create("Corpus", trees, References(), TestCompilation.Options);
        TestCompilation.AssertCompiles(compilation);

        var analyzers = typeof(TagHasNoBoundAnalyzer).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract && !type.IsSubclassOf(typeof(DiagnosticSuppressor)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!).ToImmutableArray();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, analyzer, _) => throw new InvalidOperationException($"{analyzer} threw.", exception), concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var found = await compilation.WithAnalyzers(analyzers, options).GetAnalyzerDiagnosticsAsync();
        return found.Where(diagnostic => diagnostic.Id != RuleIds.CoverageSummary && !diagnostic.IsSuppressed && !JudgesPrograms(diagnostic)).ToLookup(diagnostic => diagnostic.Location.SourceTree?.FilePath ?? diagnostic.ToString());
    }

    // Hygiene judges whole programs, which these are not: Programs has its cases.
    private static bool JudgesPrograms(Diagnostic diagnostic) => diagnostic.Id.StartsWith("INS4", StringComparison.Ordinal);

    public static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) || name is "mscorlib.dll" or "netstandard.dll"))
            .Append(typeof(TagAttribute).Assembly.Location)
            .Distinct(StringComparer.Ordinal)
            .Select(path => MetadataReference.CreateFromFile(path));
}
