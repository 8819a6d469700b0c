using System.Collections.Immutable;
using System.Threading;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INS2001: a <c>[Tag]</c> whose values nothing limits. Reported at the attribute, or at its expression.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TagHasNoBoundAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.TagHasNoBound];

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
        if (AnnotatedAttribute.At(syntax, context.SemanticModel, context.CancellationToken) is not { } attribute
            || !KnownSymbols.Same(attribute.Data.AttributeClass, symbols.Tag)
            || attribute.Text("Value") is not null)
        {
            return;
        }

        foreach (var method in attribute.Methods())
        {
            if (BoundOf(attribute, method, context.SemanticModel, context.CancellationToken) is { Kind: TagBoundKind.Unbounded } bound)
            {
                var location = attribute.Argument("From") is { } from ? from.Expression.GetLocation() : syntax.GetLocation();
                context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.TagHasNoBound, location, Fix(attribute, method, bound), NameOf(attribute), bound.Reason));
                return;
            }
        }
    }

    // Null where there is no value to speak of: another rule says so.
    private static TagBound? BoundOf(AnnotatedAttribute attribute, IMethodSymbol method, SemanticModel model, CancellationToken cancellation)
    {
        var values = attribute.Texts("Values");
        var maxValues = attribute.Number("MaxValues");
        if (attribute.Text("From") is { } text)
        {
            var bound = TagExpressionBinder.Bind(model, method, attribute.Syntax, text, cancellation);
            return bound.IsBound ? TagBoundReader.Read(bound, values, maxValues) : null;
        }

        var type = attribute.Owner switch
        {
            IParameterSymbol parameter => parameter.Type,
            IMethodSymbol when attribute.IsOnReturn => new TagExpressionScope(method).ResultType,
            _ => null,
        };
        return type is null or IErrorTypeSymbol ? null : TagBoundReader.Read(type, values, maxValues);
    }

    // For the code fixes: the code of a status, which one makes a class of, and whether there is a span that the value can go to.
    private static ImmutableDictionary<string, string?> Fix(AnnotatedAttribute attribute, IMethodSymbol method, TagBound bound)
    {
        var properties = ImmutableDictionary<string, string?>.Empty.Add("Span", SpanOf(attribute, method));
        return (attribute.Text("From") ?? (attribute.Owner as IParameterSymbol)?.Name) is { } code
            && code.IndexOf("status", System.StringComparison.OrdinalIgnoreCase) >= 0
            && bound.Reason == UnboundedReason.OfInt
                ? properties.Add("StatusCode", code)
                : properties;
    }

    // Null where a tag of the span would have no effect: nothing has one, or it is switched off. A method that only has metrics can be given a span.
    private static string? SpanOf(AnnotatedAttribute attribute, IMethodSymbol method)
    {
        var definition = method.PartialDefinitionPart ?? method;
        if (attribute.Owner is INamedTypeSymbol || !InstrumentedMembers.IsAnnotated(definition))
        {
            return attribute.Owner is IPropertySymbol || HandCalledMembers.IsCandidate(definition) ? null : "there";
        }

        return InstrumentedMembers.Covering(definition) is not { } covering ? "missing" : covering.Flag("Span", otherwise: true) ? "there" : null;
    }

    private static string NameOf(AnnotatedAttribute attribute) =>
        attribute.Data.ConstructorArguments is { Length: 1 } arguments && arguments[0].Value is string name ? name : SnakeCase.Of(attribute.Owner.Name);
}
