using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Hygiene;

/// <summary>INS4008: a unit that is not a base unit, not written as whoever shows it writes it, or missing from the name. Reported at the unit, or at the name it is missing from.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnitIsUnconventionalAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.UnitIsUnconventional];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var exceptions = NameExceptions.Of(start.Options, start.CancellationToken);
            start.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);
            if (KnownSymbols.Find(start.Compilation) is not null)
            {
                start.RegisterSyntaxNodeAction(node => AnalyzeAttribute(node, exceptions), SyntaxKind.Attribute);
            }
        });
    }

    private static void AnalyzeCall(OperationAnalysisContext context)
    {
        if (InstrumentCreation.Of((IInvocationOperation)context.Operation) is { IsOfPrometheus: false, Unit: { } unit } made && OpenTelemetryNaming.OfUnit(unit) is { } complaint)
        {
            context.ReportDiagnostic(ComplaintReport.Of(RuleDescriptors.UnitIsUnconventional, made.Argument("unit")!.Syntax.GetLocation(), unit, complaint));
        }
    }

    private static void AnalyzeAttribute(SyntaxNodeAnalysisContext context, HashSet<string> exceptions)
    {
        if (AnnotatedAttribute.At((AttributeSyntax)context.Node, context.SemanticModel, context.CancellationToken) is not { } attribute)
        {
            return;
        }

        foreach (var metric in NamedMetric.Of(attribute).Where(metric => metric.Unit is not null && !exceptions.Contains(metric.Name)))
        {
            // The name has a complaint of its own first.
            if (PrometheusNaming.OfMetric(metric.Name, metric.Family) is null && PrometheusNaming.OfUnit(metric.Unit!, metric.Name, metric.Family) is { } complaint)
            {
                var isOfName = complaint.Replacement?.StartsWith(metric.Name.Split('_')[0], StringComparison.Ordinal) == true;
                context.ReportDiagnostic(ComplaintReport.Of(RuleDescriptors.UnitIsUnconventional, isOfName ? metric.NamePlace : metric.UnitPlace, isOfName ? metric.Name : metric.Unit!, complaint));
            }
        }
    }
}
