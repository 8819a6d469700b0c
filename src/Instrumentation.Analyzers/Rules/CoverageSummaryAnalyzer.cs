using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INS1000: how many calls of instrumented methods are measured. Reported once, at the first instrumented method that is called.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CoverageSummaryAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.CoverageSummary];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(ReportedUses.GeneratedCode);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownSymbols.Find(start.Compilation) is null || !BuildProperties.Measures(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions))
            {
                return;
            }

            var uses = InstrumentedUses.Of(start.Compilation);
            var found = new ConcurrentBag<(CallCoverage Coverage, Location Place)>();
            var intercepts = BuildProperties.InterceptCalls(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
            start.RegisterOperationAction(
                operation =>
                {
                    foreach (var (coverage, place, _) in ReportedUses.Of(operation, uses))
                    {
                        found.Add((intercepts ? coverage : coverage.SwitchedOff(), place.GetLocation()));
                    }
                },
                InstrumentedUses.Kinds);
            start.RegisterCompilationEndAction(end => Report(end, found.ToImmutableArray()));
        });
    }

    private static void Report(CompilationAnalysisContext context, ImmutableArray<(CallCoverage Coverage, Location Place)> uses)
    {
        if (uses.IsEmpty)
        {
            return;
        }

        // In source, so that a file's configuration applies; the bag has no order of its own.
        var method = Ordered(uses.SelectMany(static use => use.Coverage.Method.Locations).Where(static location => location.IsInSource), static location => location).FirstOrDefault();
        var open = Ordered(uses.Where(static use => !use.Coverage.IsMeasured), static use => use.Place)
            .Select(static use => new UnmeasuredPlace(use.Place, use.Coverage.Refusal!.Reason))
            .ToImmutableArray();
        context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.CoverageSummary, method ?? Location.None, CoverageSentence.Of(uses.Length, uses.Count(static use => use.Coverage.IsWithoutTags), open)));
    }

    private static IOrderedEnumerable<T> Ordered<T>(System.Collections.Generic.IEnumerable<T> items, Func<T, Location> place) =>
        items.OrderBy(item => place(item).SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(item => place(item).SourceSpan.Start);
}
