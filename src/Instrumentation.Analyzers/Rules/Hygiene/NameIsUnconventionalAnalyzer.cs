using System.Collections.Immutable;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Hygiene;

/// <summary>INS4007: a name of a metric or tag against the conventions of whoever shows it. Reported at the name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NameIsUnconventionalAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.NameIsUnconventional];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var exceptions = NameExceptions.Of(start.Options, start.CancellationToken);
            start.RegisterOperationAction(operation => AnalyzeCall(operation, exceptions), OperationKind.Invocation);
            if (KnownSymbols.Find(start.Compilation) is not null)
            {
                start.RegisterSyntaxNodeAction(node => AnalyzeAttribute(node, exceptions), SyntaxKind.Attribute);
            }
        });
    }

    private static void AnalyzeCall(OperationAnalysisContext context, HashSet<string> exceptions)
    {
        var call = (IInvocationOperation)context.Operation;
        if (InstrumentCreation.Of(call) is { } made)
        {
            if (made.Name is { } name && !exceptions.Contains(name))
            {
                Report(context.ReportDiagnostic, made.NamePlace, name, made.IsOfPrometheus ? PrometheusNaming.OfMetric(name, made.Family) : OpenTelemetryNaming.OfInstrument(name, made.Unit, made.Kind is "Counter" or "ObservableCounter"));
            }

            foreach (var label in made.IsOfPrometheus ? Constants.Elements(made.Argument("labelNames")) ?? [] : [])
            {
                if (Constants.Text(label) is { } text)
                {
                    Report(context.ReportDiagnostic, label.Syntax.GetLocation(), text, PrometheusNaming.OfTag(text));
                }
            }
        }
        else if (call.TargetMethod.Name is "Add" or "Record" && Instruments.IsOfMeter(call.TargetMethod.ContainingType))
        {
            foreach (var (name, place) in RecordedTags.Of(call).SelectMany(static tag => tag.Name is { } name ? new[] { (name, tag.Place) } : []))
            {
                Report(context.ReportDiagnostic, place, name, OpenTelemetryNaming.OfTag(name));
            }
        }
    }

    private static void AnalyzeAttribute(SyntaxNodeAnalysisContext context, HashSet<string> exceptions)
    {
        if (AnnotatedAttribute.At((AttributeSyntax)context.Node, context.SemanticModel, context.CancellationToken) is not { } attribute)
        {
            return;
        }

        foreach (var metric in NamedMetric.Of(attribute).Where(metric => !exceptions.Contains(metric.Name)))
        {
            Report(context.ReportDiagnostic, metric.NamePlace, metric.Name, PrometheusNaming.OfMetric(metric.Name, metric.Family));
        }

        if (attribute.Name == KnownNames.TagAttribute && attribute.Data.Name() is { } tag && MetricNames.WhyNotTag(tag) is null && attribute.FirstArgument is { } argument)
        {
            Report(context.ReportDiagnostic, argument.Expression.GetLocation(), tag, PrometheusNaming.OfTag(tag));
        }
    }

    private static void Report(Action<Diagnostic> report, Location place, string name, NameComplaint? complaint)
    {
        if (complaint is not null)
        {
            report(ComplaintReport.Of(RuleDescriptors.NameIsUnconventional, place, name, complaint));
        }
    }
}
