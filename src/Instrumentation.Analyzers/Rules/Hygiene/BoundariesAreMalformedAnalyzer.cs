using System.Collections.Immutable;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Hygiene;

/// <summary>INS4009: bucket boundaries that do not ascend, given to the framework, OpenTelemetry or prometheus-net. Reported at the list.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BoundariesAreMalformedAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.BoundariesAreMalformed];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(Analyze, OperationKind.SimpleAssignment);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        // An empty list asks for no buckets at all, of which INS4011 speaks.
        if (BucketSettings.Of((ISimpleAssignmentOperation)context.Operation) is { } list && Constants.Numbers(list) is { Count: > 0 } bounds && BucketBounds.WhyNot(bounds) is { } reason)
        {
            context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.BoundariesAreMalformed, list.Syntax.GetLocation(), reason));
        }
    }
}
