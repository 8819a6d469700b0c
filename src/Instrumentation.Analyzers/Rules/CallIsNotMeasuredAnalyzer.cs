using System.Collections.Immutable;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INS1001: a call of an instrumented method that no generated code measures. Reported at the method's name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CallIsNotMeasuredAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.CallIsNotMeasured];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(ReportedUses.GeneratedCode);
        context.RegisterCompilationStartAction(static start =>
        {
            // A project that leaves its calls alone has asked for what the rule would say.
            if (KnownSymbols.Find(start.Compilation) is null || !BuildProperties.InterceptCalls(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions) || !BuildProperties.Measures(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions))
            {
                return;
            }

            var uses = InstrumentedUses.Of(start.Compilation);
            start.RegisterOperationAction(operation => Analyze(operation, uses), InstrumentedUses.Kinds);
        });
    }

    private static bool IsOfAnotherFile(SyntaxNode place) =>
        place.SyntaxTree.GetLineVisibility(place.SpanStart) == LineVisibility.Visible && place.GetLocation().GetMappedLineSpan().HasMappedPath;

    // What a code fix can do about it.
    private static ImmutableDictionary<string, string?> Fix(CallCoverage coverage, CallRefusal refusal, OperationAnalysisContext context) =>
        ReferenceEquals(refusal, CallRefusal.MethodGroup) ? ImmutableDictionary<string, string?>.Empty.Add("MethodGroup", coverage.Method.Name)
        : ReferenceEquals(refusal, CallRefusal.NotFromContainer) && context.Operation is IConversionOperation { Operand.Type: INamedTypeSymbol type } && DecoratorRules.Refusal(type) is null
            ? ImmutableDictionary<string, string?>.Empty.Add("Decorator", TypeNames.Free(type, "Instrumented" + TypeNames.Stem(type)))
        : ImmutableDictionary<string, string?>.Empty;

    private static void Analyze(OperationAnalysisContext context, InstrumentedUses uses)
    {
        foreach (var (coverage, place, _) in ReportedUses.Of(context, uses))
        {
            // Generated code is nobody's to mend, except where it stands for lines that somebody wrote: a Razor page.
            if (context.IsGeneratedCode && !IsOfAnotherFile(place))
            {
                continue;
            }

            // A method that no call could measure is reported once, where it is declared (INS0002), and not at each of its calls.
            if (coverage is not { Measurement: CallMeasurement.NotMeasured, Refusal: { IsOfTarget: false } refusal })
            {
                continue;
            }

            var subject = coverage.Through is { } service ? $"'{coverage.Method.Name}' called through '{service.Name}'" : $"This call of '{coverage.Method.Name}'";
            var sentence = refusal.Advice is { } advice ? $"{refusal.Reason}; {advice}" : refusal.Reason;
            context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.CallIsNotMeasured, place.GetLocation(), Fix(coverage, refusal, context), subject, sentence));
        }
    }
}
