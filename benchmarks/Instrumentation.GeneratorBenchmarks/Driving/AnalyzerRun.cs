using System.Collections.Immutable;
using Instrumentation.Generator;
using Instrumentation.GeneratorBenchmarks.Synthetic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.GeneratorBenchmarks.Driving;

/// <summary>Times all our rules over a program of 100,000 lines and its generated files, as the compiler runs them: parse, bind, analyze, emit.</summary>
internal static class AnalyzerRun
{
    private const int Runs = 5;

    private static readonly ImmutableArray<DiagnosticAnalyzer> s_rules =
    [
        .. System.Reflection.Assembly.Load("Instrumentation.Analyzers").GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsSubclassOf(typeof(DiagnosticSuppressor)) && !type.IsAbstract)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>Processor milliseconds of a compilation, medians: without analyzers, with one that looks at each operation and does nothing, with all rules; and of each rule.</summary>
    public static AnalyzerFigures Measure()
    {
        var files = Generated();
        var (none, empty, all) = (new List<double>(), new List<double>(), new List<double>());
        var rules = s_rules.ToDictionary(static rule => rule.GetType().Name, static _ => new List<double>(), StringComparer.Ordinal);
        for (var i = 0; i <= Runs; i++)
        {
            var (withNone, _) = Compile(files, []);
            var (withEmpty, _) = Compile(files, [new EmptyOperationAnalyzer()]);
            var (withAll, analysis) = Compile(files, s_rules);
            if (i == 0)
            {
                continue; // The first one warms up.
            }

            none.Add(withNone);
            empty.Add(withEmpty);
            all.Add(withAll);
            foreach (var rule in s_rules)
            {
                rules[rule.GetType().Name].Add(analysis!.GetAnalyzerTelemetryInfoAsync(rule, CancellationToken.None).GetAwaiter().GetResult().ExecutionTime.TotalMilliseconds);
            }
        }

        return new AnalyzerFigures(files.Sum(static file => file.Text.Count(static letter => letter == '\n')), DriverRuns.Median(none), DriverRuns.Median(empty), DriverRuns.Median(all),
            [.. rules.Select(static rule => (rule.Key, DriverRuns.Median(rule.Value))).OrderByDescending(static rule => rule.Item2)]);
    }

    private static (double Milliseconds, CompilationWithAnalyzers? Analysis) Compile(IReadOnlyList<SourceFile> files, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        GC.Collect();
        var before = Environment.CpuUsage.TotalTime;
        var compilation = (Compilation)Compiled.Create(files);
        CompilationWithAnalyzers? analysis = null;
        if (analyzers.IsEmpty)
        {
            compilation.GetDiagnostics();
        }
        else
        {
            analysis = compilation.WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: true));
            analysis.GetAllDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
            compilation = analysis.Compilation;
        }

        compilation.Emit(Stream.Null);
        return ((Environment.CpuUsage.TotalTime - before).TotalMilliseconds, analysis);
    }

    // As text, so that each run parses it again.
    private static IReadOnlyList<SourceFile> Generated()
    {
        Compiled.Driver(new InstrumentationGenerator()).RunGeneratorsAndUpdateCompilation(Compiled.Create(SyntheticProgram.Large), out var generated, out _);
        return [.. generated.SyntaxTrees.Select(static tree => new SourceFile(tree.FilePath, tree.ToString()))];
    }
}
