using System.Collections.Concurrent;
using System.Collections.Immutable;
using Instrumentation.Analyzers.Rules.Flow;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Hygiene;

/// <summary>INS4001: an instrument is made, or declared as a method to call, and no code that runs records it. Judged at the end of the compilation, where nobody outside of it can.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InstrumentIsNeverUsedAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.InstrumentIsNeverUsed];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();

        // Generated code may be what records.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
        context.RegisterCompilationStartAction(static start =>
        {
            var holders = new ConcurrentDictionary<ISymbol, string>(SymbolEqualityComparer.Default);
            var uses = new ConcurrentDictionary<ISymbol, ConcurrentBag<ISymbol>>(SymbolEqualityComparer.Default);
            var calls = new CallGraph();
            start.RegisterSymbolAction(symbol => Declare(symbol.Symbol, holders), SymbolKind.Field, SymbolKind.Property, SymbolKind.Method);
            start.RegisterOperationAction(operation => OfReference(operation, uses, calls), OperationKind.FieldReference, OperationKind.PropertyReference, OperationKind.Invocation, OperationKind.MethodReference);
            start.RegisterOperationAction(OfLocal, OperationKind.VariableDeclarator);
            start.RegisterOperationAction(OfStatement, OperationKind.ExpressionStatement);
            start.RegisterCompilationEndAction(end => Report(end, holders, uses, calls));
        });
    }

    private static void Declare(ISymbol symbol, ConcurrentDictionary<ISymbol, string> holders)
    {
        if (symbol.IsImplicitlyDeclared || symbol.IsAbstract || symbol.IsOverride)
        {
            return;
        }

        var isHolder = symbol switch
        {
            IFieldSymbol field => Instruments.KindOf(field.Type) is not null,
            IPropertySymbol property => Instruments.KindOf(property.Type) is not null && IsAuto(property),
            IMethodSymbol method => HandCalledMembers.IsCandidate(method) && HandCalledMembers.Refusal(method) is null,
            _ => false,
        };
        if (isHolder)
        {
            holders.TryAdd(symbol, symbol.Name);
        }
    }

    private static bool IsAuto(IPropertySymbol property) => property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    private static void OfReference(OperationAnalysisContext context, ConcurrentDictionary<ISymbol, ConcurrentBag<ISymbol>> uses, CallGraph calls)
    {
        switch (context.Operation)
        {
            case IInvocationOperation call:
                calls.Add(context.ContainingSymbol, call.TargetMethod);
                break;
            case IMethodReferenceOperation reference:
                calls.Add(context.ContainingSymbol, reference.Method);
                break;
            case IFieldReferenceOperation field when Instruments.KindOf(field.Type) is not null && IsUse(field):
                uses.GetOrAdd(field.Field.OriginalDefinition, static _ => []).Add(context.ContainingSymbol);
                break;
            case IPropertyReferenceOperation property when Instruments.KindOf(property.Type) is not null && IsUse(property):
                uses.GetOrAdd(property.Property.OriginalDefinition, static _ => []).Add(context.ContainingSymbol);
                break;
        }
    }

    // To be set, named or asked for its own name is not to be recorded.
    private static bool IsUse(IOperation reference) => reference.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target != reference,
        INameOfOperation => false,
        IPropertyReferenceOperation { Property.Name: "Name" or "Description" or "Unit" or "Meter" or "Enabled" } => false,
        _ => true,
    };

    private static void OfLocal(OperationAnalysisContext context)
    {
        var declarator = (IVariableDeclaratorOperation)context.Operation;
        if (declarator.GetVariableInitializer()?.Value is IInvocationOperation call
            && InstrumentCreation.Of(call) is { IsObservable: false }
            && !FunctionBody.Root(declarator).Descendants().OfType<ILocalReferenceOperation>().Any(reference => SymbolEqualityComparer.Default.Equals(reference.Local, declarator.Symbol) && IsUse(reference)))
        {
            context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.InstrumentIsNeverUsed, declarator.Symbol.Locations[0], declarator.Symbol.Name, "it is kept in a local that no code reads"));
        }
    }

    private static void OfStatement(OperationAnalysisContext context)
    {
        var value = ((IExpressionStatementOperation)context.Operation).Operation;
        if ((value is ISimpleAssignmentOperation { Target: IDiscardOperation } discard ? discard.Value : value) is IInvocationOperation call && InstrumentCreation.Of(call) is { IsObservable: false, IsOfPrometheus: false } made)
        {
            context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.InstrumentIsNeverUsed, made.NamePlace, made.Name ?? "The instrument", "it is thrown away where it is made"));
        }
    }

    private static void Report(CompilationAnalysisContext context, ConcurrentDictionary<ISymbol, string> holders, ConcurrentDictionary<ISymbol, ConcurrentBag<ISymbol>> uses, CallGraph calls)
    {
        foreach (var holder in holders.Keys.Where(holder => ProgramEnd.Encloses(holder, context.Compilation)))
        {
            if (WhyNot(holder, context.Compilation, uses, calls) is { } reason)
            {
                context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.InstrumentIsNeverUsed, holder.Locations[0], holder.Name, reason));
            }
        }
    }

    private static string? WhyNot(ISymbol holder, Compilation compilation, ConcurrentDictionary<ISymbol, ConcurrentBag<ISymbol>> uses, CallGraph calls)
    {
        if (holder is IMethodSymbol method)
        {
            return calls.IsCalled(method, compilation) ? null : "no code that runs calls it";
        }

        return !uses.TryGetValue(holder, out var places) ? "no code uses it"
            : places.Any(place => calls.IsReached(place, compilation)) ? null
            : $"only '{places.Select(static place => place.Name).OrderBy(static name => name, StringComparer.Ordinal).First()}' uses it, which nobody calls";
    }
}
