using System.Collections.Immutable;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INS1006: an instrumented async method that a decorator or its callers measure, though its own builder could.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AsyncMethodCouldRecordItselfAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.AsyncMethodCouldRecordItself];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownSymbols.Find(start.Compilation) is not null)
            {
                start.RegisterSymbolAction(Analyze, SymbolKind.Method);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        // What only the assembly's attribute covers is measured without a word in its code, and shall stay so.
        var method = (IMethodSymbol)context.Symbol;
        if (method.IsAsync
            && InstrumentedMembers.IsAnnotated(method)
            && InstrumentedMembers.IsNamed(method)
            && TargetRules.Refusal(method) is null
            && InPlaceRules.WouldApply(method))
        {
            context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.AsyncMethodCouldRecordItself, method.Locations[0], WeaveChoice.Of(method), method.Name));
        }
    }
}
