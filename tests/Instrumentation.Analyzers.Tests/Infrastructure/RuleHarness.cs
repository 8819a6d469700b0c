using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Tests.Infrastructure;

/// <summary>Runs rules over marked sources and compares where they speak.</summary>
internal static class RuleHarness
{
    public const string Usings = """
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using Instrumentation;

        """;

    /// <summary>Asserts that the rule speaks at the marks and nowhere else; returns what it said, in order of places.</summary>
    public static Task<ImmutableArray<Diagnostic>> VerifyAsync<TAnalyzer>(string marked, params string[] otherFiles)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var source = MarkedSource.Parse(Usings + marked);
        return VerifyAsync<TAnalyzer>(source, TestCompilation.Create([source.Text, .. otherFiles.Select(file => Usings + file)]));
    }

    /// <summary>The same with what the generator adds to the source, without which a partial method has one half.</summary>
    public static Task<ImmutableArray<Diagnostic>> VerifyGeneratedAsync<TAnalyzer>(string marked)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var source = MarkedSource.Parse(Usings + marked);
        return VerifyAsync<TAnalyzer>(source, GeneratorReference.Run(TestCompilation.Create(source.Text)));
    }

    private static async Task<ImmutableArray<Diagnostic>> VerifyAsync<TAnalyzer>(MarkedSource source, Compilation compilation)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        TestCompilation.AssertCompiles(compilation);
        var diagnostics = await RunAsync(compilation, new TAnalyzer());

        var expected = source.Marks.Select(mark => Describe(source.Text, mark.Span, mark.Id ?? new TAnalyzer().SupportedDiagnostics[0].Id));
        var actual = diagnostics.Select(diagnostic => Describe(diagnostic.Location.SourceTree!.ToString(), diagnostic.Location.SourceSpan, diagnostic.Id));
        Assert.True(
            expected.SequenceEqual(actual),
            $"expected:\n{string.Join('\n', expected)}\nactual:\n{string.Join('\n', actual)}\n{string.Join('\n', diagnostics.Select(diagnostic => diagnostic.GetMessage()))}");
        return diagnostics;
    }

    /// <summary>What an analyzer reports, suppressions and severities applied as in a build, in order of places.</summary>
    public static async Task<ImmutableArray<Diagnostic>> RunAsync(Compilation compilation, DiagnosticAnalyzer analyzer, AnalyzerConfigOptionsProvider? configuration = null)
    {
        // An exception in a rule is a failed test, not AD0001 among warnings.
        var options = new CompilationWithAnalyzersOptions(
            configuration is null ? new AnalyzerOptions([]) : new AnalyzerOptions([], configuration), (exception, _, _) => throw new InvalidOperationException("The analyzer threw.", exception), concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var diagnostics = await compilation.WithAnalyzers([analyzer], options).GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == "AD0001");
        return [.. diagnostics.Where(diagnostic => !diagnostic.IsSuppressed).OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    /// <summary>The same with a severity set by the user's configuration.</summary>
    public static Task<ImmutableArray<Diagnostic>> RunAsync(string source, DiagnosticAnalyzer analyzer, ReportDiagnostic severity) =>
        RunAsync(
            TestCompilation.Create(Usings + source).WithOptions(TestCompilation.Options.WithSpecificDiagnosticOptions(
                analyzer.SupportedDiagnostics.ToImmutableDictionary(descriptor => descriptor.Id, _ => severity))),
            analyzer);

    private static string Describe(string text, Microsoft.CodeAnalysis.Text.TextSpan span, string id) => $"{id} {span.Start - Usings.Length}: '{text.Substring(span.Start, span.Length)}'";
}
