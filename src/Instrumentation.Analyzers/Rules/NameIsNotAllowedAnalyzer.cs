using System.Collections.Immutable;
using System.Linq;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INS0004: a name of a metric or a tag that Prometheus does not take. Reported at the name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NameIsNotAllowedAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.NameIsNotAllowed];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterAnnotatedAttributeAction(Analyze);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, AnnotatedAttribute attribute)
    {
        foreach (var (name, argument, isMetric) in Names(attribute))
        {
            if ((isMetric ? MetricNames.WhyNotMetric(name) : MetricNames.WhyNotTag(name)) is { } reason)
            {
                context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.NameIsNotAllowed, argument?.Expression.GetLocation() ?? attribute.Syntax.GetLocation(), name, reason));
            }
        }
    }

    private static IEnumerable<(string Name, AttributeArgumentSyntax? Argument, bool IsMetric)> Names(AnnotatedAttribute attribute)
    {
        switch (attribute.Name)
        {
            case KnownNames.InstrumentedAttribute:
                return [.. Constructed(attribute, isMetric: true), .. Property(attribute, "CallsName", isMetric: true), .. Property(attribute, "InFlightName", isMetric: true), .. OutcomeTag(attribute, "OutcomeTag")];
            case KnownNames.TagAttribute:
                // Without a name of its own it has the parameter's.
                return attribute.Data.Name() is null && attribute.Owner is IParameterSymbol parameter ? [(SnakeCase.Of(parameter.Name), null, false)] : Constructed(attribute, isMetric: false);
            case KnownNames.OutcomeNamesAttribute:
                return OutcomeTag(attribute, "Tag");
            case KnownNames.ErrorTypesAttribute:
                return Property(attribute, "Tag", isMetric: false);
            default:
                return attribute.IsInstrument ? [.. Constructed(attribute, isMetric: true), .. OutcomeTag(attribute, "OutcomeTag")] : [];
        }
    }

    private static IEnumerable<(string, AttributeArgumentSyntax?, bool)> Constructed(AnnotatedAttribute attribute, bool isMetric) =>
        attribute.Data.Name() is { } name ? [(name, attribute.FirstArgument, isMetric)] : [];

    private static IEnumerable<(string, AttributeArgumentSyntax?, bool)> Property(AnnotatedAttribute attribute, string property, bool isMetric) =>
        attribute.Data.Text(property) is { } name ? [(name, attribute.Argument(property), isMetric)] : [];

    // The empty name leaves the tag out.
    private static IEnumerable<(string, AttributeArgumentSyntax?, bool)> OutcomeTag(AnnotatedAttribute attribute, string property) =>
        attribute.Data.Text(property) is { Length: > 0 } ? Property(attribute, property, isMetric: false) : [];
}
