using System.Collections.Immutable;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INS0001: the text of <c>From</c> or <c>Value</c>, or a condition, is not an expression that means something at its method. Reported inside the string.</summary>
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
            if (KnownSymbols.Find(start.Compilation) is not null)
            {
                start.RegisterSyntaxNodeAction(static node => Analyze(node), SyntaxKind.Attribute);
            }
        });
    }

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        var syntax = (AttributeSyntax)context.Node;
        if (syntax.ArgumentList is null || AnnotatedAttribute.At(syntax, context.SemanticModel, context.CancellationToken) is not { } attribute)
        {
            return;
        }

        if (ExpressionOf(attribute) is not var (text, argument))
        {
            return;
        }

        foreach (var method in attribute.Methods())
        {
            var bound = TagExpressionBinder.Bind(context.SemanticModel, method, syntax, text, context.CancellationToken);
            var error = bound.IsBound ? WhyNot(bound, attribute) : bound.Error;
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

    // `Value` is text on a tag and an expression on an instrument; a condition is what the attribute is made with.
    private static (string Text, AttributeArgumentSyntax Argument)? ExpressionOf(AnnotatedAttribute attribute) => attribute.Name switch
    {
        KnownNames.TagAttribute or KnownNames.SpanTagAttribute => Named(attribute, "From"),
        KnownNames.FailureWhenAttribute or KnownNames.RejectedWhenAttribute => attribute.Data.Name() is { } condition && attribute.FirstArgument is { } argument ? (condition, argument) : null,
        _ when attribute.IsInstrument => Named(attribute, "Value"),
        _ => null,
    };

    private static (string Text, AttributeArgumentSyntax Argument)? Named(AnnotatedAttribute attribute, string property) =>
        attribute.Data.Text(property) is { } text && attribute.Argument(property) is { } argument ? (text, argument) : null;

    private static string? WhyNot(BoundTagExpression bound, AnnotatedAttribute attribute) => attribute.Name switch
    {
        KnownNames.FailureWhenAttribute or KnownNames.RejectedWhenAttribute => ConditionRule.WhyNot(bound),
        { } name when attribute.IsInstrument => MetricNumbers.WhyNot(bound.Type!, name),
        _ => null,
    };
}
