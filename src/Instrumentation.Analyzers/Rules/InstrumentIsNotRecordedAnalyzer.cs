using System.Collections.Immutable;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INS0008: an instrument that no value ever reaches. Reported at its attribute, with the reason of the generator.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InstrumentIsNotRecordedAnalyzer : DiagnosticAnalyzer
{
    // With the largest bound that a tag can have, so many have as many combinations as there are numbers.
    private const int Suspicious = 4;

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.InstrumentIsNotRecorded];

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
        if (AnnotatedAttribute.At((AttributeSyntax)context.Node, context.SemanticModel, context.CancellationToken) is { } attribute && Reason(attribute, context) is { } reason)
        {
            context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.InstrumentIsNotRecorded, attribute.Syntax.GetLocation(), attribute.Data.Name(), reason));
        }
    }

    private static string? Reason(AnnotatedAttribute attribute, SyntaxNodeAnalysisContext context)
    {
        if (!attribute.IsInstrument)
        {
            // The common families take no tags that are declared.
            return attribute.Name == KnownNames.InstrumentedAttribute && attribute.Data.Name() is not null
                ? attribute.Methods().Select(method => TooMany(method, attribute, context)).FirstOrDefault(static reason => reason is not null)
                : null;
        }

        if (attribute.Owner is not IMethodSymbol owner)
        {
            return attribute.Owner is IPropertySymbol ? OfObserved(attribute.Owner, attribute) ?? TooMany(attribute.Owner, attribute, context) : null;
        }

        var method = owner.PartialDefinitionPart ?? owner;
        if (HandCalledMembers.IsCandidate(method))
        {
            return HandCalledMembers.Refusal(method) ?? OfHandCalled(method, attribute) ?? TooMany(method, attribute, context);
        }

        if (ObservedMembers.Gauges(method).Contains(attribute.Data))
        {
            return OfObserved(method, attribute) ?? TooMany(method, attribute, context);
        }

        // Whether it can be measured is another rule's.
        if (TargetRules.Refusal(method) is not null)
        {
            return null;
        }

        return attribute.Name == KnownNames.MetricGaugeAttribute && attribute.Data.Text("Value") is null ? "a call needs a Value to set the gauge to; only members without parameters are observed"
            : IsTwice(method, attribute) ? "the method records a metric of that name already"
            : TooMany(method, attribute, context);
    }

    private static string? OfObserved(ISymbol member, AnnotatedAttribute attribute)
    {
        if (ObservedMembers.Refusal(member) is { } reason)
        {
            return reason;
        }

        var type = NullableTypes.Underlying(ObservedMembers.Read(member).ReturnType);
        return MetricNumbers.Of(type) == MetricNumber.None && type is not IErrorTypeSymbol ? $"a '{type.Name}' is no number"
            : ObservedMembers.Gauges(member).First(gauge => gauge.Name() == attribute.Data.Name()) != attribute.Data ? "the member shows a metric of that name already"
            : null;
    }

    private static string? OfHandCalled(IMethodSymbol method, AnnotatedAttribute attribute)
    {
        if (attribute.Data.Text("Value") is not null)
        {
            return null;
        }

        if (method.Parameters.FirstOrDefault(static parameter => InstrumentedMembers.Has(parameter, KnownNames.ValueAttribute)) is not { } value)
        {
            return attribute.Name is KnownNames.MetricCounterAttribute or KnownNames.MetricUpDownCounterAttribute ? null : "it has no value; mark a parameter with [Value] or write a Value";
        }

        return value.Type is IErrorTypeSymbol ? null : MetricNumbers.WhyNot(NullableTypes.Underlying(value.Type), attribute.Name!);
    }

    // In the order of the generator, which takes the first of them.
    private static bool IsTwice(IMethodSymbol method, AnnotatedAttribute attribute)
    {
        var name = attribute.Data.Name();
        if (InstrumentedMembers.Covering(method) is { } instrumented && new CallMetricNames(instrumented) is var call && (call.Duration == name || call.Calls == name || call.InFlight == name))
        {
            return true;
        }

        return method.All(KnownNames.MetricHistogramAttribute)
            .Concat(method.All(KnownNames.MetricSummaryAttribute))
            .Concat(method.All(KnownNames.MetricCounterAttribute))
            .Concat(method.All(KnownNames.MetricUpDownCounterAttribute))
            .Concat(ObservedMembers.SetGauges(method).Where(static gauge => gauge.Text("Value") is not null))
            .FirstOrDefault(other => other.Name() == name) is { } first && first != attribute.Data;
    }

    private static string? TooMany(ISymbol member, AnnotatedAttribute attribute, SyntaxNodeAnalysisContext context)
    {
        var method = ObservedMembers.Read(member);
        var isOfType = !member.Has(attribute.Data);
        var tags = TagDeclaration.All(member, method, KnownNames.TagAttribute)
            .Where(tag => tag.Name is { } name && TagDeclaration.IsTaken(attribute.Data, name, tag.IsOfType, outcome: null, isOfType))
            .GroupBy(static tag => tag.Name, StringComparer.Ordinal)
            .Select(static same => same.First())
            .ToList();
        return tags.Count < Suspicious || SeriesNumbers.Suffice(tags.Select(tag => TagSize.Of(tag, method, context.Compilation, context.CancellationToken)?.Count ?? 1))
            ? null
            : "its tags have more combinations than can be numbered; lower MaxValues, or name fewer Tags";
    }
}
