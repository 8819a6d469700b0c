using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INS1007: an executable that registers instrumented classes and never calls <c>AddInstrumentation()</c>. Reported at each registration.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InstrumentationIsNotAddedAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.InstrumentationIsNotAdded];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
        context.RegisterCompilationStartAction(static start =>
        {
            // A library leaves it to its host.
            if (KnownSymbols.Find(start.Compilation) is null || start.Compilation.Options.OutputKind is not (OutputKind.ConsoleApplication or OutputKind.WindowsApplication))
            {
                return;
            }

            var registrations = new ConcurrentBag<ServiceRegistration>();
            var added = new ConcurrentBag<bool>();
            start.RegisterOperationAction(operation => Analyze((IInvocationOperation)operation.Operation, start.Compilation, registrations, added), OperationKind.Invocation);
            start.RegisterCompilationEndAction(end =>
            {
                foreach (var registration in added.IsEmpty ? registrations : [])
                {
                    end.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.InstrumentationIsNotAdded, registration.Place, registration.Class.Name, registration.Service.Name));
                }
            });
        });
    }

    private static void Analyze(IInvocationOperation call, Compilation compilation, ConcurrentBag<ServiceRegistration> registrations, ConcurrentBag<bool> added)
    {
        if (ContainerCalls.Adds(call) || ContainerCalls.MayAdd(call.TargetMethod, compilation))
        {
            added.Add(true);
        }
        else if (ServiceRegistration.Of(call) is { } registration && registration.HasDecorator(compilation))
        {
            registrations.Add(registration);
        }
    }
}
