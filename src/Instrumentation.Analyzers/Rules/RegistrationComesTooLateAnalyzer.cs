using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INS1003: an instrumented class that is registered after <c>services.AddInstrumentation()</c>, which decorates what is registered so far.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RegistrationComesTooLateAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.RegistrationComesTooLate];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownSymbols.Find(start.Compilation) is not null)
            {
                start.RegisterOperationAction(Analyze, OperationKind.Invocation);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (ServiceRegistration.Of(call) is not { } registration
            || !registration.HasDecorator(context.Compilation)
            || ContainerCalls.Around(call) is not { IsHosted: false } calls
            || !calls.All.Any(other => ContainerCalls.Decorates(other) && ContainerCalls.IsBefore(other, call))
            || calls.All.Any(other => ContainerCalls.End(other) > ContainerCalls.End(call) && MayDecorate(other)))
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.RegistrationComesTooLate, registration.Place, registration.Class.Name, registration.Service.Name));
    }

    // A method that is not the framework's may end with it.
    private static bool MayDecorate(IInvocationOperation call) =>
        ContainerCalls.Decorates(call) || !call.TargetMethod.ContainingNamespace.ToDisplayString().StartsWith("Microsoft.Extensions.", StringComparison.Ordinal);
}
