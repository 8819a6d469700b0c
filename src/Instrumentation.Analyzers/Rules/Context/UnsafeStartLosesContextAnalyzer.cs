using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Context;

/// <summary>INS3006: work is started by a method that does not take the execution context with it, where there is a context. Reported at the method's name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnsafeStartLosesContextAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.UnsafeStartLosesContext];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        var safe = (call.TargetMethod.ContainingType?.Name, call.TargetMethod.Name) switch
        {
            ("ThreadPool", "UnsafeQueueUserWorkItem") => "QueueUserWorkItem",
            ("ThreadPool", "UnsafeRegisterWaitForSingleObject") => "RegisterWaitForSingleObject",
            ("Thread", "UnsafeStart") => "Start",
            _ => null,
        };
        if (safe is null || call.Arguments.Any(static argument => ContextTypes.Carries((argument.Value is IConversionOperation conversion ? conversion.Operand : argument.Value).Type))
            || ContextScope.At(call, context.CancellationToken) is not { } evidence)
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(
            RuleDescriptors.UnsafeStartLosesContext, CallPlaces.Name(call), evidence.IsProven ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info, additionalLocations: null, properties: null,
            call.TargetMethod.Name, evidence.What, safe));
    }
}
