using System.Collections.Immutable;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INS1001: a call of an instrumented method that no generated code measures. Reported at the method's name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CallIsNotMeasuredAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.CallIsNotMeasured];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            // A project that leaves its calls alone has asked for what the rule would say.
            if (KnownSymbols.Find(start.Compilation) is null || !BuildProperties.InterceptCalls(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions))
            {
                return;
            }

            var uses = new InstrumentedUses(start.Compilation);
            start.RegisterOperationAction(operation => Analyze(operation, uses), InstrumentedUses.Kinds);
        });
    }

    private static void Analyze(OperationAnalysisContext context, InstrumentedUses uses)
    {
        // A method that no call could measure is reported once, where it is declared (INS0002), and not at each of its calls.
        if (uses.Of(context.Operation, context.CancellationToken) is { Measurement: CallMeasurement.NotMeasured, Refusal: { IsOfTarget: false } refusal } coverage)
        {
            var sentence = refusal.Advice is { } advice ? $"{refusal.Reason}; {advice}" : refusal.Reason;
            context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.CallIsNotMeasured, InstrumentedUses.PlaceOf(context.Operation), coverage.Method.Name, sentence));
        }
    }
}
