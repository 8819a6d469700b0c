using System.Collections.Immutable;
using Instrumentation.Analyzers.Rules.Cardinality;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INS2006: a member with a data-classification attribute as a tag of a metric or a span, ours or anybody's. Reported at the value, or at our attribute.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SensitiveDataInTagAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.SensitiveDataInTag];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (!start.Compilation.GetTypesByMetadataName(ClassifiedValues.AttributeName).Any())
            {
                return;
            }

            var symbols = SinkSymbols.Of(start.Compilation);
            if (symbols.HasSinks)
            {
                start.RegisterOperationAction(operation => Analyze(operation, symbols), OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.SimpleAssignment);
            }

            if (KnownSymbols.Find(start.Compilation) is { } known)
            {
                start.RegisterSyntaxNodeAction(node => Analyze(node, known), SyntaxKind.Attribute);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, SinkSymbols symbols)
    {
        foreach (var tag in TagSinks.OfMetric(context.Operation, symbols).Concat(TagSinks.OfSpan(context.Operation, symbols)))
        {
            if (new ValueFlow(new ClassifiedValues(), context.CancellationToken).Of(tag.Value) is { Source: { } source })
            {
                Report(context.ReportDiagnostic, tag.Value.Syntax.GetLocation(), source, tag.Text);
            }
        }
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, KnownSymbols known)
    {
        var syntax = (AttributeSyntax)context.Node;
        if (AnnotatedAttribute.At(syntax, context.SemanticModel, context.CancellationToken) is not { } attribute
            || !(KnownSymbols.Same(attribute.Data.AttributeClass, known.Tag) || KnownSymbols.Same(attribute.Data.AttributeClass, known.SpanTag)))
        {
            return;
        }

        var read = attribute.Text("From") is { } text
            ? attribute.Methods().SelectMany(method => ExpressionMembers.Of(text, method))
            : attribute.Owner is IParameterSymbol or IPropertySymbol || attribute.IsOnReturn ? [attribute.Owner] : [];
        if (read.FirstOrDefault(IsClassified) is { } member)
        {
            Report(context.ReportDiagnostic, (attribute.Argument("From")?.Expression ?? (SyntaxNode)syntax).GetLocation(), member, attribute.Data.Name() ?? SnakeCase.Of(attribute.Owner.Name));
        }
    }

    private static bool IsClassified(ISymbol member) =>
        ClassifiedValues.Classification(member) is not null
        || (member switch { IParameterSymbol parameter => parameter.Type, IPropertySymbol property => property.Type, IFieldSymbol field => field.Type, _ => null } is INamedTypeSymbol type && ClassifiedValues.Classification(type) is not null);

    private static void Report(Action<Diagnostic> report, Location place, ISymbol source, string? tag) =>
        report(Diagnostic.Create(RuleDescriptors.SensitiveDataInTag, place, source.Name, tag is null ? "this tag" : $"the tag '{tag}'"));
}
