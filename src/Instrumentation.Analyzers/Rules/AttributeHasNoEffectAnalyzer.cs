using System.Collections.Immutable;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INS0006: an attribute, or a property of it, that nothing comes of. Reported there.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AttributeHasNoEffectAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.AttributeHasNoEffect];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterAnnotatedAttributeAction(Analyze);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, AnnotatedAttribute attribute)
    {
        foreach (var (property, reason) in Effects(attribute))
        {
            var place = property is null ? attribute.Syntax.GetLocation() : attribute.Argument(property)?.GetLocation();
            if (place is not null)
            {
                var name = attribute.Data.AttributeClass!.Name;
                context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.AttributeHasNoEffect, place, property ?? $"[{name.Substring(0, name.Length - "Attribute".Length)}]", reason));
            }
        }
    }

    private static IEnumerable<(string? Property, string Reason)> Effects(AnnotatedAttribute attribute) => attribute.Name switch
    {
        KnownNames.InstrumentedAttribute => OfInstrumented(attribute),
        KnownNames.FailureWhenAttribute or KnownNames.RejectedWhenAttribute or KnownNames.ErrorTypesAttribute or KnownNames.OutcomeNamesAttribute => OfOutcome(attribute),
        KnownNames.ValueAttribute when attribute.Owner is IParameterSymbol { ContainingSymbol: IMethodSymbol method } && !HandCalledMembers.IsCandidate(Definition(method)) =>
            [(null, "only a partial method without a body records a parameter; name it in the instrument's Value")],
        KnownNames.TagAttribute or KnownNames.SpanTagAttribute => OfTag(attribute),
        KnownNames.CardinalityBudgetAttribute => OfBudget(attribute),
        _ when attribute.IsInstrument => OfInstrument(attribute),
        _ => [],
    };

    private static IEnumerable<(string? Property, string Reason)> OfInstrumented(AnnotatedAttribute attribute)
    {
        var names = new CallMetricNames(attribute.Data);
        var (span, log) = (attribute.Data.Flag("Span", otherwise: true), attribute.Data.Flag("LogFailures", otherwise: false));
        if (names is { Duration: null, Calls: null, InFlight: null } && !span && !log && !IsOptOut(attribute))
        {
            yield return (null, "it asks for nothing; leave Duration or Span on, or ask for Calls, InFlight or LogFailures");
        }

        if (!span)
        {
            yield return ("SpanName", "there is no span");
            yield return ("SpanKind", "there is no span");
        }

        if (names.Duration is null)
        {
            yield return ("Buckets", "there is no duration");
            if (names.Calls is null)
            {
                yield return ("OutcomeTag", "there is neither a duration nor a counter");
            }
        }

        if (names.IsCommon)
        {
            yield return ("Tags", "the common families take no declared tags; give the histogram a name");
        }

        if (attribute.Owner is not IAssemblySymbol)
        {
            yield return ("Types", "only an attribute on the assembly chooses types");
        }

        if (attribute.Owner is IMethodSymbol)
        {
            yield return ("Methods", "the attribute is the method's own");
            yield return ("Access", "the attribute is the method's own");
        }

        if (attribute.Owner is IMethodSymbol method)
        {
            if (!InPlaceRules.HasBuilder(Definition(method)))
            {
                yield return ("Builder", "only a method that is recorded in place has a builder of ours around it; make it 'async partial'");
                yield return ("Pool", "only a method that is recorded in place has a builder of ours around it; make it 'async partial'");
            }
            else if (method.ReturnType.Name != "ValueTask")
            {
                yield return ("Pool", "only the state of a value task is pooled");
            }
        }
    }

    // A method takes itself out of its type's spans and durations, and keeps its own instruments.
    private static bool IsOptOut(AnnotatedAttribute attribute) =>
        attribute.Owner is IMethodSymbol method
        && (InstrumentedMembers.Has(method.ContainingType, KnownNames.InstrumentedAttribute) || InstrumentedMembers.Has(method.ContainingAssembly, KnownNames.InstrumentedAttribute));

    private static IEnumerable<(string? Property, string Reason)> OfOutcome(AnnotatedAttribute attribute)
    {
        if (attribute.Owner is INamedTypeSymbol type && InstrumentedMembers.Of(type).Count == 0)
        {
            yield return (null, "no method of the type has an instrument; add [Instrumented] or a metric");
        }

        if (attribute.Owner is not IMethodSymbol owner)
        {
            yield break;
        }

        var method = Definition(owner);
        if (HandCalledMembers.IsCandidate(method))
        {
            yield return (null, "an instrument that is called by hand has no outcome");
        }
        else if (!InstrumentedMembers.IsAnnotated(method))
        {
            yield return (null, "the method has no instrument; add [Instrumented] or a metric");
        }
        else if (attribute.Name == KnownNames.RejectedWhenAttribute
            && attribute.Data.ConstructorArguments.FirstOrDefault().Value is ITypeSymbol rejection
            && ErrorTypeList.Refusal(rejection) is { } reason)
        {
            yield return (null, $"'{rejection.Name}' cannot be told: {reason}");
        }
    }

    // A tag is a metric's that takes it, or a span's.
    private static IEnumerable<(string? Property, string Reason)> OfTag(AnnotatedAttribute attribute)
    {
        if (attribute.Owner is INamedTypeSymbol type)
        {
            return MetricDeclarations.Of(type).Count == 0 && InstrumentedMembers.Of(type).Count == 0 ? [(null, "no member of the type has an instrument; add [Instrumented] or a metric")] : [];
        }

        if (attribute.Methods().Select(Definition).FirstOrDefault() is not { } method)
        {
            return [];
        }

        var isOfSpan = attribute.Name == KnownNames.SpanTagAttribute;
        var member = attribute.Owner as IPropertySymbol ?? (ISymbol)method;
        var isCalled = InstrumentedMembers.IsAnnotated(method);
        if (!isCalled && !HandCalledMembers.IsCandidate(method) && !ObservedMembers.Gauges(member).Any())
        {
            return [(null, $"the {(member is IPropertySymbol ? "property" : "method")} has no instrument; add {(member is IPropertySymbol ? "[MetricGauge]" : "[Instrumented] or a metric")}")];
        }

        // A method that is not measured is another rule's, and so is a tag that gives way to an outcome or has a name that no tag can have.
        var name = attribute.Data.Name() ?? (attribute.Owner is IParameterSymbol parameter ? SnakeCase.Of(parameter.Name) : null);
        var hasSpan = isCalled && InstrumentedMembers.Covering(method)?.Flag("Span", otherwise: true) == true;
        var metrics = MetricDeclarations.Of(method.ContainingType).Where(declared => KnownSymbols.Same(declared.Member, member)).ToList();
        return hasSpan || (isCalled && TargetRules.Refusal(method) is not null) ? []
            : isOfSpan ? [(null, isCalled ? "there is no span; add [Instrumented], or use [Tag]" : "only a call has a span; use [Tag]")]
            : metrics.Count > 0 && name is not null && MetricNames.WhyNotTag(name) is null && !metrics.Any(metric => metric.Outcome == name || metric.Tags.Any(tag => tag.Name == name)) ? [(null, "no metric takes it, and there is no span; name it in Tags")]
            : [];
    }

    private static IEnumerable<(string? Property, string Reason)> OfBudget(AnnotatedAttribute attribute)
    {
        if (attribute.Owner is IAssemblySymbol)
        {
            return [];
        }

        var (type, member) = attribute.Owner is INamedTypeSymbol own ? (own, null) : (attribute.Owner.ContainingType, attribute.Owner is IMethodSymbol method ? Definition(method) : attribute.Owner);
        var metrics = MetricDeclarations.Of(type).Where(declared => member is null || KnownSymbols.Same(declared.Member, member)).ToList();
        return attribute.Text("Metric") is { } name
            ? metrics.Any(declared => declared.Metric.Name == name) ? [] : [("Metric", $"no metric '{name}' is declared here")]
            : metrics.Count == 0 ? [(null, "no metric is declared here")] : [];
    }

    private static IEnumerable<(string? Property, string Reason)> OfInstrument(AnnotatedAttribute attribute)
    {
        var isGauge = attribute.Name == KnownNames.MetricGaugeAttribute;
        if (attribute.Owner is IMethodSymbol method && HandCalledMembers.IsCandidate(Definition(method)))
        {
            yield return ("When", "an instrument that is called by hand has no outcome");
            yield return ("OutcomeTag", "an instrument that is called by hand has no outcome");
            yield return ("Aggregate", "the gauge is set, and shows what was set last");
        }
        else if (isGauge && (attribute.Owner is IPropertySymbol || attribute.Data.Text("Value") is null))
        {
            yield return ("When", "the gauge is observed, and not set by calls");
            if (attribute.Owner is IPropertySymbol)
            {
                yield return ("Value", "the gauge shows the property");
            }
        }
        else
        {
            yield return ("Aggregate", "the gauge is set, and shows what was set last");
            if (attribute.Data.Number("When", 1) == 0)
            {
                yield return ("When", "no outcome is left that would be recorded");
            }
        }
    }

    private static IMethodSymbol Definition(IMethodSymbol method) => method.PartialDefinitionPart ?? method;
}
