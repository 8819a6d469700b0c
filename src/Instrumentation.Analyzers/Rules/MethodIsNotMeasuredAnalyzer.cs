using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INS0002: an attribute that asks to measure a method which the generator leaves alone. Reported at the attribute, with the generator's own reason.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MethodIsNotMeasuredAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.MethodIsNotMeasured];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownSymbols.Find(start.Compilation) is { } symbols)
            {
                start.RegisterSyntaxNodeAction(node => Analyze(node, symbols), SyntaxKind.Attribute);
            }
        });
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, KnownSymbols symbols)
    {
        var syntax = (AttributeSyntax)context.Node;
        if (AnnotatedAttribute.At(syntax, context.SemanticModel, context.CancellationToken) is not { } attribute || !Measures(attribute.Data.AttributeClass, symbols))
        {
            return;
        }

        foreach (var method in Asked(attribute.Owner))
        {
            if (!HandCalledMembers.Is(method) && TargetRules.Refusal(method) is { } reason)
            {
                context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.MethodIsNotMeasured, syntax.GetLocation(), NameOf(method), reason));
            }
        }
    }

    // Tags measure nothing by themselves, and an observed gauge is no method that is called.
    private static bool Measures(INamedTypeSymbol? attribute, KnownSymbols symbols) =>
        KnownSymbols.Same(attribute, symbols.Instrumented) || KnownSymbols.Same(attribute, symbols.Counter) || KnownSymbols.Same(attribute, symbols.Histogram)
        || KnownSymbols.Same(attribute, symbols.Summary) || KnownSymbols.Same(attribute, symbols.UpDownCounter) || KnownSymbols.Same(attribute, symbols.Gauge);

    // A method of an instrumented type that has an attribute of its own is reported there.
    private static IEnumerable<IMethodSymbol> Asked(ISymbol owner) => owner switch
    {
        IMethodSymbol method when InstrumentedMembers.IsAnnotated(method.PartialDefinitionPart ?? method) => [method.PartialDefinitionPart ?? method],
        INamedTypeSymbol type => InstrumentedMembers.Annotated(type).Where(static method => !InstrumentedMembers.HasOwn(method)),
        _ => [],
    };

    private static string NameOf(IMethodSymbol method) => method switch
    {
        { MethodKind: MethodKind.AnonymousFunction } => "lambda expression",
        { AssociatedSymbol: { } owner } => owner.Name,
        _ => method.Name,
    };
}
