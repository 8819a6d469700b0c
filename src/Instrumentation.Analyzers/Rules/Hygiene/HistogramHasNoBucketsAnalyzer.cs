using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Hygiene;

/// <summary>
/// INS4011: a configuration by which histograms are shown without buckets, as summaries: an empty list of boundaries, a formatter of App.Metrics that makes every histogram and
/// timer a summary, or exponential histograms in a program that exports to Prometheus. Reported at the configuration.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HistogramHasNoBucketsAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.HistogramHasNoBuckets];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(AnalyzeBuckets, OperationKind.SimpleAssignment);
        context.RegisterCompilationStartAction(static start =>
        {
            var exponential = start.Compilation.GetTypesByMetadataName("OpenTelemetry.Metrics.Base2ExponentialBucketHistogramConfiguration").FirstOrDefault();
            var formatter = start.Compilation.GetTypesByMetadataName("App.Metrics.Formatters.Prometheus.MetricsPrometheusTextOutputFormatter").FirstOrDefault();
            if (exponential is null && formatter is null)
            {
                return;
            }

            var program = new Program();
            start.RegisterOperationAction(operation => Collect(operation.Operation, exponential, program), OperationKind.ObjectCreation, OperationKind.Invocation);
            start.RegisterCompilationEndAction(end => Report(end, program));
        });
    }

    private static void AnalyzeBuckets(OperationAnalysisContext context)
    {
        if (BucketSettings.Of((ISimpleAssignmentOperation)context.Operation) is { } list && Constants.Elements(list) is { Count: 0 })
        {
            context.ReportDiagnostic(Diagnostic.Create(
                RuleDescriptors.HistogramHasNoBuckets, list.Syntax.GetLocation(), "an empty list of boundaries keeps nothing but sum and count; write the boundaries, or leave the list out for the default ones"));
        }
    }

    private static void Collect(IOperation operation, INamedTypeSymbol? exponential, Program program)
    {
        if (operation is IInvocationOperation { TargetMethod: var method })
        {
            if (method.Name is "AsPrometheusPlainText" or "AsPrometheusProtobuf" or "UsePrometheusFormatters" && IsOfAppMetrics(method.ContainingType))
            {
                program.Formatters.Add(operation.Syntax.GetLocation());
            }
            else if (method.Name is "AddPrometheusExporter" or "AddPrometheusHttpListener")
            {
                program.ExportsToPrometheus = true;
            }

            return;
        }

        switch (operation.Type)
        {
            case { Name: "MetricsPrometheusTextOutputFormatter" or "MetricsPrometheusProtobufOutputFormatter" } type when IsOfAppMetrics(type):
                program.Formatters.Add(operation.Syntax.GetLocation());
                break;
            case { Name: "HistogramOptions" or "TimerOptions" } type when IsOfAppMetrics(type):
                program.HasDistributions = true;
                break;
            case { } type when SymbolEqualityComparer.Default.Equals(type, exponential):
                program.Exponentials.Add(operation.Syntax.GetLocation());
                break;
        }
    }

    private static bool IsOfAppMetrics(ITypeSymbol type)
    {
        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (space is { Name: "Metrics", ContainingNamespace: { Name: "App", ContainingNamespace.IsGlobalNamespace: true } })
            {
                return true;
            }
        }

        return false;
    }

    private static void Report(CompilationAnalysisContext context, Program program)
    {
        foreach (var place in program.HasDistributions ? program.Formatters : [])
        {
            context.ReportDiagnostic(Diagnostic.Create(
                RuleDescriptors.HistogramHasNoBuckets, place, "this formatter shows every histogram and timer as a summary, without '_bucket'; record them with System.Diagnostics.Metrics, prometheus-net or [MetricHistogram]"));
        }

        foreach (var place in program.ExportsToPrometheus ? program.Exponentials : [])
        {
            context.ReportDiagnostic(Diagnostic.Create(
                RuleDescriptors.HistogramHasNoBuckets, place, "the Prometheus exporter shows no exponential histograms; use ExplicitBucketHistogramConfiguration with boundaries"));
        }
    }

    private sealed class Program
    {
        public ConcurrentBag<Location> Formatters { get; } = [];

        public ConcurrentBag<Location> Exponentials { get; } = [];

        public volatile bool HasDistributions;

        public volatile bool ExportsToPrometheus;
    }
}
