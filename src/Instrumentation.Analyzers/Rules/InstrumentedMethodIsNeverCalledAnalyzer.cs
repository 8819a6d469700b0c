using System.Collections.Concurrent;
using System.Collections.Immutable;
using Instrumentation.Analyzers.Rules.Cardinality;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INS1008: a private or internal method that is instrumented and that nobody calls. Reported at its name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InstrumentedMethodIsNeverCalledAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.InstrumentedMethodIsNeverCalled];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownSymbols.Find(start.Compilation) is null)
            {
                return;
            }

            var isShared = start.Compilation.Assembly.GetAttributes().Any(static attribute => attribute.AttributeClass.Is("InternalsVisibleToAttribute", "System.Runtime.CompilerServices"));
            var methods = new ConcurrentBag<IMethodSymbol>();
            var used = new ConcurrentDictionary<ISymbol, bool>(SymbolEqualityComparer.Default);
            var names = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
            start.RegisterSymbolAction(
                symbol =>
                {
                    var method = (IMethodSymbol)symbol.Symbol;
                    if (IsClosed(method, isShared) && IsOnlyCalled(method))
                    {
                        methods.Add(method);
                    }
                },
                SymbolKind.Method);
            start.RegisterOperationAction(operation => Use(operation, used, names), OperationKind.Invocation, OperationKind.MethodReference, OperationKind.NameOf, OperationKind.DynamicInvocation);
            start.RegisterCompilationEndAction(end =>
            {
                foreach (var method in methods.Where(method => !used.ContainsKey(method) && !names.ContainsKey(method.Name)))
                {
                    end.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.InstrumentedMethodIsNeverCalled, method.Locations[0], method.Name));
                }
            });
        });
    }

    // What nobody outside can call.
    private static bool IsClosed(IMethodSymbol method, bool isShared) =>
        method is { MethodKind: MethodKind.Ordinary, IsOverride: false, IsVirtual: false, IsAbstract: false, ContainingType.TypeKind: not TypeKind.Interface }
        && method.DeclaredAccessibility is var access
        && (access == Accessibility.Private || (!isShared && access is Accessibility.Internal or Accessibility.ProtectedAndInternal))
        && method.Locations.FirstOrDefault() is { IsInSource: true };

    // By nothing but code: not an implementation, not what a framework finds by an attribute, not the entry point.
    private static bool IsOnlyCalled(IMethodSymbol method) =>
        InstrumentedMembers.IsAnnotated(method)
        && TargetRules.Refusal(method) is null
        && method.Name != WellKnownMemberNames.EntryPointMethodName
        && method.GetAttributes().All(static attribute => attribute.AttributeClass is { ContainingNamespace: var space } && (space.Is("Instrumentation") || space.IsWithin("System.Runtime.CompilerServices") || space.IsWithin("System.Diagnostics")))
        && !method.ContainingType.AllInterfaces.SelectMany(static service => service.GetMembers()).Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));

    private static void Use(OperationAnalysisContext context, ConcurrentDictionary<ISymbol, bool> used, ConcurrentDictionary<string, bool> names)
    {
        switch (context.Operation)
        {
            case IInvocationOperation call:
                Use(call.TargetMethod, context, used);
                break;
            case IMethodReferenceOperation group:
                Use(group.Method, context, used);
                break;
            case INameOfOperation { ConstantValue.Value: string name }:
                names.TryAdd(name, true);
                break;
            case IDynamicInvocationOperation { Operation: IDynamicMemberReferenceOperation { MemberName: var name } }:
                names.TryAdd(name, true);
                break;
        }
    }

    // Of itself it is not called, nor by what the generator wrote around it.
    private static void Use(IMethodSymbol called, OperationAnalysisContext context, ConcurrentDictionary<ISymbol, bool> used)
    {
        if (called.DeclaredAccessibility is not (Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal))
        {
            return;
        }

        var method = InstrumentedMembers.Declared(called);
        if (!SymbolEqualityComparer.Default.Equals(method, context.ContainingSymbol) && !(context.IsGeneratedCode && ReportedUses.IsOurs(context.ContainingSymbol)))
        {
            used.TryAdd(method, true);
        }
    }
}
