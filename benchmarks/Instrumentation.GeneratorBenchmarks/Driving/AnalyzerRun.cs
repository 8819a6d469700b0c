using System.Collections.Immutable;
using System.Diagnostics;
using Instrumentation.Generator;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Instrumentation.GeneratorBenchmarks.Driving;

/// <summary>Times all our rules over the program with its generated files, as the compiler runs them.</summary>
internal static class AnalyzerRun
{
    private const int Runs = 5;

    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers =
    [
        .. System.Reflection.Assembly.Load("Instrumentation.Analyzers").GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>Processor milliseconds per rule and the wall clock of the compiler's own diagnostics without and with all rules: medians.</summary>
    public static (double Without, double With, IReadOnlyList<(string Rule, double Milliseconds)> Rules) Measure()
    {
        var without = new List<double>();
        var with = new List<double>();
        var rules = s_analyzers.ToDictionary(static analyzer => analyzer.GetType().Name, static _ => new List<double>(), StringComparer.Ordinal);
        for (var i = 0; i <= Runs; i++)
        {
            var program = Generated();
            var started = Stopwatch.GetTimestamp();
            program.GetDiagnostics();
            var alone = Stopwatch.GetElapsedTime(started).TotalMilliseconds;

            var analysis = Generated().WithAnalyzers(s_analyzers, new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: true));
            started = Stopwatch.GetTimestamp();
            analysis.GetAllDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
            var together = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            if (i == 0)
            {
                continue; // The first one warms up.
            }

            without.Add(alone);
            with.Add(together);
            foreach (var analyzer in s_analyzers)
            {
                rules[analyzer.GetType().Name].Add(analysis.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None).GetAwaiter().GetResult().ExecutionTime.TotalMilliseconds);
            }
        }

        return (DriverRuns.Median(without), DriverRuns.Median(with), [.. rules.Select(static rule => (rule.Key, DriverRuns.Median(rule.Value)))]);
    }

    private static Compilation Generated()
    {
        Compiled.Driver(new InstrumentationGenerator()).RunGeneratorsAndUpdateCompilation(Compiled.Program(), out var generated, out _);
        return generated;
    }
}
