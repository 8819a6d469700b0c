using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INS1005: a method with callers that neither a call site nor a decorator reaches, and which could record its calls itself.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CallersAreOutOfReachAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.CallersAreOutOfReach];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(ReportedUses.GeneratedCode);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownSymbols.Find(start.Compilation) is null)
            {
                return;
            }

            var uses = InstrumentedUses.Of(start.Compilation);
            var open = new ConcurrentBag<(IMethodSymbol Method, Location Place, string Reason)>();
            var known = new ConcurrentDictionary<IMethodSymbol, string>(SymbolEqualityComparer.Default);
            start.RegisterOperationAction(
                operation =>
                {
                    foreach (var (coverage, place, _) in ReportedUses.Of(operation, uses))
                    {
                        if (coverage is { Measurement: CallMeasurement.NotMeasured, Refusal: { IsOfTarget: false } refusal })
                        {
                            open.Add((coverage.Method, place.GetLocation(), refusal.Reason));
                        }
                    }
                },
                InstrumentedUses.Kinds);
            start.RegisterOperationAction(
                operation =>
                {
                    foreach (var method in Reflected((IInvocationOperation)operation.Operation))
                    {
                        known.TryAdd(method, "is called by reflection");
                    }
                },
                OperationKind.Invocation);
            start.RegisterSymbolAction(
                symbol =>
                {
                    if (OutsideCallers.Of((IMethodSymbol)symbol.Symbol) is { } evidence)
                    {
                        known[(IMethodSymbol)symbol.Symbol] = evidence;
                    }
                },
                SymbolKind.Method);
            start.RegisterCompilationEndAction(end => Report(end, open, known));
        });
    }

    private static void Report(CompilationAnalysisContext context, IEnumerable<(IMethodSymbol Method, Location Place, string Reason)> open, ConcurrentDictionary<IMethodSymbol, string> known)
    {
        var used = open
            .GroupBy(static use => use.Method, SymbolEqualityComparer.Default)
            .Select(static group => (Method: (IMethodSymbol)group.Key!, Evidence: OfUses(group)));
        var all = known.Select(static pair => (Method: pair.Key, Evidence: pair.Value)).Concat(used)
            .GroupBy(static found => found.Method, SymbolEqualityComparer.Default);
        foreach (var found in all)
        {
            var method = (IMethodSymbol)found.Key!;
            var choice = WeaveChoice.Of(method);
            if (choice.IsEmpty || !SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, context.Compilation.Assembly) || (TargetRules.Refusal(method) is not null && !InPlaceRules.NeedsDefinition(method)))
            {
                continue;
            }

            var advice = choice.ContainsKey(WeaveProperties.InPlace) ? "make it 'async partial'" : $"leave it 'partial' and without a body, which '{method.Name}Core' takes";
            context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.CallersAreOutOfReach, (method.PartialImplementationPart ?? method).Locations[0], choice, method.Name, found.First().Evidence, advice));
        }
    }

    // The first by place: the uses come in no order.
    private static string OfUses(IEnumerable<(IMethodSymbol Method, Location Place, string Reason)> uses)
    {
        var ordered = uses.OrderBy(static use => use.Place.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(static use => use.Place.SourceSpan.Start).ToList();
        return $"has {ordered.Count} {(ordered.Count == 1 ? "use" : "uses")} that nothing in front of it can measure ({ordered[0].Reason})";
    }

    // typeof(Store).GetMethod(nameof(Store.Add))
    private static IEnumerable<IMethodSymbol> Reflected(IInvocationOperation call) =>
        call is { TargetMethod: { Name: "GetMethod" or "InvokeMember" or "CreateDelegate", ContainingNamespace.Name: "System" }, Instance: ITypeOfOperation { TypeOperand: INamedTypeSymbol type } }
            && call.Arguments.Select(static argument => argument.Value.ConstantValue.Value).OfType<string>().FirstOrDefault() is { } name
                ? type.OriginalDefinition.GetMembers(name).OfType<IMethodSymbol>().Where(static method => InstrumentedMembers.IsAnnotated(method) && Weaves.Of(method) is null)
                : [];
}
