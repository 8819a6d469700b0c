using System.Collections.Concurrent;
using System.Collections.Immutable;
using Instrumentation.Analyzers.Rules.Cardinality;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>
/// INS2002: a value that nothing limits as a tag of a metric, whatever the metric is recorded with. INS2004: a tag of which only the name says so. Reported at the value.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TagValueIsUnboundedAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.TagValueIsUnbounded, RuleDescriptors.TagNameSuggestsManyValues];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var symbols = SinkSymbols.Of(start.Compilation);
            if (!symbols.HasSinks)
            {
                return;
            }

            var source = new UnboundedValues();
            var reported = new ConcurrentDictionary<SyntaxNode, bool>();
            start.RegisterOperationAction(operation => Analyze(operation, symbols, source, reported), OperationKind.Invocation, OperationKind.ObjectCreation);
            if (symbols.HasGeneratedMetrics)
            {
                start.RegisterOperationAction(operation => Analyze(operation, symbols, source, reported), OperationKind.SimpleAssignment);
                start.RegisterSymbolAction(symbol => AnalyzeTags(symbol, symbols, source), SymbolKind.NamedType);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, SinkSymbols symbols, UnboundedValues source, ConcurrentDictionary<SyntaxNode, bool> reported)
    {
        foreach (var tag in TagSinks.OfMetric(context.Operation, symbols))
        {
            var evidence = new ValueFlow(source, context.CancellationToken).Of(tag.Value);
            var descriptor = evidence.Kind switch
            {
                EvidenceKind.Found => RuleDescriptors.TagValueIsUnbounded,
                EvidenceKind.None when Suggests(tag) && !Templates.Are(tag.Value) => RuleDescriptors.TagNameSuggestsManyValues,
                _ => null,
            };

            // A variable that several measurements take is one mistake.
            if (descriptor is not null && reported.TryAdd(tag.Value.Syntax, true) && !StatedReasons.StandAt(tag.Value.Syntax.GetLocation(), context.CancellationToken))
            {
                context.ReportDiagnostic(Diagnostic.Create(descriptor, tag.Value.Syntax.GetLocation(), Subject(tag), evidence.IsFound ? UnboundedSentence.Of(evidence.Source!) : "its name"));
            }
        }
    }

    // The properties that a metric of Microsoft's generator takes its tags from.
    private static void AnalyzeTags(SymbolAnalysisContext context, SinkSymbols symbols, UnboundedValues source)
    {
        if (!symbols.Generated.AreTags((INamedTypeSymbol)context.Symbol))
        {
            return;
        }

        foreach (var property in ((INamedTypeSymbol)context.Symbol).GetMembers().OfType<IPropertySymbol>())
        {
            if (source.OfType(property.Type) is { IsFound: true, Source: { } found } && property.Locations.FirstOrDefault() is { IsInSource: true } place && !StatedReasons.StandAt(place, context.CancellationToken))
            {
                context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.TagValueIsUnbounded, place, $"The tag '{property.Name}'", UnboundedSentence.Of(found)));
            }
        }
    }

    // By what the tag is called, or what its value is called.
    private static bool Suggests(TagUse tag) =>
        (Named(tag) is { } name && SuggestiveNames.Contain(name)) || (Called(tag.Value.Unconverted()) is { } value && SuggestiveNames.Contain(value));

    private static string? Named(TagUse tag) => tag.Name switch
    {
        null => null,
        Microsoft.CodeAnalysis.Operations.IArgumentOperation { Parameter: { } parameter } => parameter.Name,
        Microsoft.CodeAnalysis.Operations.IPropertyReferenceOperation { Property: var property } when tag.Text is null => property.Name,
        _ => tag.Text,
    };

    private static string? Called(IOperation value) => value switch
    {
        Microsoft.CodeAnalysis.Operations.ILocalReferenceOperation { Local.Name: var name } => name,
        Microsoft.CodeAnalysis.Operations.IParameterReferenceOperation { Parameter.Name: var name } => name,
        Microsoft.CodeAnalysis.Operations.IMemberReferenceOperation { Member.Name: var name } => name,
        Microsoft.CodeAnalysis.Operations.IInvocationOperation { TargetMethod.Name: "ToString", Instance: { } instance } => Called(instance.Unconverted()),
        _ => null,
    };

    private static string Subject(TagUse tag) => Named(tag) is { } name ? $"The tag '{name}'" : "This tag";
}
