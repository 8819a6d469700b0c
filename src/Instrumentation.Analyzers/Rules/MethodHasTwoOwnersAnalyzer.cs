using System.Collections.Immutable;
using Instrumentation.Analyzers.Rules.Cardinality;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INS1009: a method that two record: an interface's member that is instrumented beside it, or another library. Reported at the method's name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MethodHasTwoOwnersAnalyzer : DiagnosticAnalyzer
{
    // Attributes by which other libraries measure the very method that carries them.
    private static readonly (string Name, string Space)[] s_others =
    [
        ("TracedAttribute", "dotweave"),
        ("MeasuredAttribute", "dotweave"),
        ("InstrumentAttribute", "AutoInstrument"),
        ("TimeAttribute", "MethodTimer"),
        ("AutometricsAttribute", "Autometrics"),
        ("TraceAttribute", "Datadog.Trace.Annotations"),
        ("TraceAttribute", "NewRelic.Api.Agent"),
    ];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.MethodHasTwoOwners];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownSymbols.Find(start.Compilation) is not null)
            {
                start.RegisterSymbolAction(Analyze, SymbolKind.Method);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.MethodKind is MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation
            && InstrumentedMembers.IsAnnotated(method)
            && TargetRules.Refusal(method) is null
            && (Interface(method) ?? Other(method)) is { } other)
        {
            context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.MethodHasTwoOwners, method.Locations[0], method.Name, other));
        }
    }

    private static string? Interface(IMethodSymbol method) =>
        method.ContainingType.TypeKind is TypeKind.Class or TypeKind.Struct
        && method.ContainingType.AllInterfaces.SelectMany(static service => service.GetMembers()).OfType<IMethodSymbol>()
            .FirstOrDefault(member => InstrumentedMembers.IsAnnotated(InstrumentedMembers.Declared(member)) && SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method)) is { } twice
            ? $"'{twice.ContainingType.Name}.{twice.Name}' is instrumented as well, and which of them records a call depends on where the object comes from"
            : null;

    private static string? Other(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (s_others.FirstOrDefault(other => attribute.AttributeClass?.Name == other.Name && attribute.AttributeClass.ContainingNamespace.IsWithin(other.Space)) is { Name: { } } other)
            {
                return $"'{other.Space}' records it as well, by its [{other.Name.Substring(0, other.Name.Length - "Attribute".Length)}], and each call counts twice";
            }
        }

        return null;
    }
}
