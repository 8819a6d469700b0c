using System.Collections.Immutable;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INS0001: the text of <c>From</c> or <c>Value</c> is not an expression that means something at its method. Reported inside the string.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExpressionDoesNotBindAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.ExpressionDoesNotBind];

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
        if (syntax.ArgumentList is null || AnnotatedAttribute.At(syntax, context.SemanticModel, context.CancellationToken) is not { } attribute)
        {
            return;
        }

        if (PropertyOf(attribute.Data.AttributeClass, symbols) is not { } property || attribute.Text(property) is not { } text || attribute.Argument(property) is not { } argument)
        {
            return;
        }

        foreach (var method in attribute.Methods())
        {
            var bound = TagExpressionBinder.Bind(context.SemanticModel, method, syntax, text, context.CancellationToken);
            var error = bound.IsBound ? MetricValueRule.WhyNot(bound, attribute.Data.AttributeClass!, context.Compilation) : bound.Error;
            if (error is null)
            {
                continue;
            }

            var span = LiteralSpans.InArgument(argument, bound.IsBound ? new(0, text.Length) : bound.ErrorSpan);
            var sentence = attribute.Owner is INamedTypeSymbol ? $"For the method '{method.Name}': {error}" : error;
            context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.ExpressionDoesNotBind, Location.Create(syntax.SyntaxTree, span), sentence));

            // On a type one method is enough to see what is wrong.
            return;
        }
    }

    // `Value` is text on a tag and an expression on an instrument.
    private static string? PropertyOf(INamedTypeSymbol? attribute, KnownSymbols symbols) =>
        KnownSymbols.Same(attribute, symbols.Tag) || KnownSymbols.Same(attribute, symbols.SpanTag) ? "From"
        : KnownSymbols.Same(attribute, symbols.Counter) || KnownSymbols.Same(attribute, symbols.Histogram)
            || KnownSymbols.Same(attribute, symbols.UpDownCounter) || KnownSymbols.Same(attribute, symbols.Gauge) ? "Value"
        : null;
}
