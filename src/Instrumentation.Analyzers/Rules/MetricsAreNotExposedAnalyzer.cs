using System.Collections.Concurrent;
using System.Collections.Immutable;
using Instrumentation.Analyzers.Rules.Cardinality;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INS1010: a web application that records its metrics and shows them to nobody. Reported at the call of <c>AddInstrumentation()</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MetricsAreNotExposedAnalyzer : DiagnosticAnalyzer
{
    private const string Exposition = "Microsoft.AspNetCore.Builder.AspNetCoreInstrumentationApplicationExtensions";

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.MetricsAreNotExposed];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
        context.RegisterCompilationStartAction(static start =>
        {
            // Without web endpoints there is nothing to map; what reads the metrics then, dotnet-counters for example, is not in the code.
            if (KnownSymbols.Find(start.Compilation) is null
                || start.Compilation.Options.OutputKind is not (OutputKind.ConsoleApplication or OutputKind.WindowsApplication)
                || !start.Compilation.GetTypesByMetadataName(Exposition).Any())
            {
                return;
            }

            var added = new ConcurrentBag<IInvocationOperation>();
            var exposed = new ConcurrentBag<bool>();
            start.RegisterOperationAction(
                operation =>
                {
                    var call = (IInvocationOperation)operation.Operation;
                    if (ContainerCalls.Adds(call))
                    {
                        added.Add(call);
                    }
                    else if (Exposes(call.TargetMethod) || ContainerCalls.MayAdd(call.TargetMethod, start.Compilation))
                    {
                        exposed.Add(true);
                    }
                },
                OperationKind.Invocation);
            start.RegisterCompilationEndAction(end =>
            {
                if (exposed.IsEmpty && added.OrderBy(static call => call.Syntax.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(static call => call.Syntax.SpanStart).FirstOrDefault() is { } first)
                {
                    end.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.MetricsAreNotExposed, ContainerCalls.Place(first)));
                }
            });
        });
    }

    // Our endpoint, our text, a listener, or OpenTelemetry, whose exporters are many.
    private static bool Exposes(IMethodSymbol method) =>
        method.Name is "MapInstrumentation"
        || method.ContainingNamespace.IsWithin("OpenTelemetry")
        || method.ContainingNamespace.IsWithin("Instrumentation.Exposition")
        || (method.Name == "Start" && method.ContainingType.Is("MeterListener", "System.Diagnostics.Metrics"));
}
