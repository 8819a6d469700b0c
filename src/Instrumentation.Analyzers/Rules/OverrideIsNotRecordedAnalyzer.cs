using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INS1004: an override without telemetry of a method that records its own calls, so that the calls which reach the override are missing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OverrideIsNotRecordedAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.OverrideIsNotRecorded];

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
        var method = (IMethodSymbol)context.Symbol;
        if (method is not { IsOverride: true, IsAbstract: false, PartialDefinitionPart: null }
            || InstrumentedMembers.IsAnnotated(method)
            || InstrumentedMembers.Has(method, KnownNames.NotInstrumentedAttribute)
            || Recorded(method) is not { } recorded
            || CallsBase(method, context.CancellationToken))
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.OverrideIsNotRecorded, method.Locations[0], method.Name, $"{recorded.ContainingType.Name}.{recorded.Name}"));
    }

    // The nearest one that has telemetry: an override in between that has none is reported itself.
    private static IMethodSymbol? Recorded(IMethodSymbol method) =>
        method.OverriddenMethod is { } overridden && InstrumentedMembers.Declared(overridden) is var declared && Weaves.Of(declared) is not null ? declared : null;

    private static bool CallsBase(IMethodSymbol method, CancellationToken cancellation) =>
        method.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellation).DescendantNodes().OfType<MemberAccessExpressionSyntax>()
            .Any(access => access.Expression is BaseExpressionSyntax && access.Name.Identifier.ValueText == method.Name));
}
