using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Shared;

/// <summary>Which methods are recorded by the builder of their own state machine: <c>async partial</c> ones with a body, whose declaration is generated.</summary>
internal static class InPlaceRules
{
    private const string Builder = "System.Runtime.CompilerServices.AsyncMethodBuilderAttribute";

    private static readonly string[] s_callerInfo = ["CallerMemberNameAttribute", "CallerFilePathAttribute", "CallerLineNumberAttribute", "CallerArgumentExpressionAttribute"];

    private static readonly string[] s_valued =
    [
        KnownNames.MetricCounterAttribute,
        KnownNames.MetricHistogramAttribute,
        KnownNames.MetricSummaryAttribute,
        KnownNames.MetricUpDownCounterAttribute,
        KnownNames.MetricGaugeAttribute,
    ];

    private static readonly string[] s_conditions = [KnownNames.FailureWhenAttribute, KnownNames.RejectedWhenAttribute];

    private static readonly ConditionalWeakTable<IMethodSymbol, Reads> s_reads = new();

    /// <summary>Whether the method is the half with the body, and the other one is ours to write. The rules see it written.</summary>
    public static bool IsHalf(IMethodSymbol method) =>
        (method.PartialImplementationPart ?? method) is { IsAsync: true } body
        && body.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is MethodDeclarationSyntax syntax
        && syntax.Modifiers.Any(SyntaxKind.PartialKeyword)
        && (body.PartialDefinitionPart ?? method) is var other
        && (SymbolEqualityComparer.Default.Equals(other, body)
            || other.Locations.All(static location => location.SourceTree?.FilePath.EndsWith(PartialTypes.FileEnding, StringComparison.Ordinal) == true));

    /// <summary>Whether the method is recorded in place. One whose tags read arguments is not: its callers have them.</summary>
    public static bool Applies(IMethodSymbol method) => IsHalf(method) && Refusal(method) is null && !Of(method).Arguments;

    /// <summary>Whether the telemetry of the method reads its result.</summary>
    public static bool ReadsResult(IMethodSymbol method) => Of(method).Result;

    /// <summary>Why the other half is not written; null where it is.</summary>
    public static string? Refusal(IMethodSymbol method)
    {
        if (SequenceRules.IsAsyncSequence(method.ReturnType) || SequenceRules.IsEnumerator(method.ReturnType))
        {
            return $"an async iterator has no builder that could be replaced; write its body in '{method.Name}Core' and leave this one without, or leave 'partial' out";
        }

        if (method.ReturnsVoid)
        {
            return $"the compiler takes no builder for an async void method; write the body as 'private async Task {method.Name}Core' and leave this one without and not async";
        }

        if (method.Parameters.Any(static parameter => parameter.GetAttributes().Any(static attribute => s_callerInfo.Contains(attribute.AttributeClass?.Name))))
        {
            return $"caller information cannot stand on the half with the body; write the body in '{method.Name}Core' and leave this one without";
        }

        if (method.GetAttributes().Any(IsOwnBuilder))
        {
            return $"it has a builder of its own, and a method has one; write the body in '{method.Name}Core' and leave this one without";
        }

        if (ReadsResult(method) && Result(method.ReturnType) is { } result && !(TargetRules.IsNameable(result) && !MentionsTypeParameter(result)))
        {
            return $"generated code cannot name the type of its result, which its tags read; write the body in '{method.Name}Core' and leave this one without";
        }

        return PartialTypes.Refusal(method);
    }

    private static ITypeSymbol? Result(ITypeSymbol type) => type is INamedTypeSymbol { Arity: 1 } task ? task.TypeArguments[0] : null;

    // Ours is on the generated half.
    private static bool IsOwnBuilder(AttributeData attribute) =>
        attribute.Is(Builder) && attribute.ApplicationSyntaxReference?.SyntaxTree.FilePath.EndsWith(PartialTypes.FileEnding, StringComparison.Ordinal) != true;

    private static bool MentionsTypeParameter(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => MentionsTypeParameter(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(MentionsTypeParameter) || (named.ContainingType is { } outer && MentionsTypeParameter(outer)),
        _ => false,
    };

    private static Reads Of(IMethodSymbol method) => s_reads.GetValue(method, static key => Read(key));

    private static Reads Read(IMethodSymbol method)
    {
        var tags = TagDeclaration.All(method, method, KnownNames.TagAttribute).Concat(TagDeclaration.All(method, method, KnownNames.SpanTagAttribute)).Where(static tag => !tag.IsConstant).ToList();
        var bound = tags.Select(static tag => (tag.Attribute, Text: tag.Attribute.Text("From")))
            .Concat(s_valued.SelectMany(name => method.All(name)).Select(static attribute => (Attribute: attribute, Text: attribute.Text("Value"))))
            .Concat(s_conditions.SelectMany(name => method.All(name)).Select(static attribute => (Attribute: attribute, Text: attribute.Name())))
            .Select(use => Bind(method, use.Attribute, use.Text))
            .OfType<BoundTagExpression>()
            .ToList();
        return new Reads(
            tags.Any(static tag => tag.Of is IParameterSymbol) || bound.Any(static expression => expression.UsesTarget || !expression.UsesResult || !expression.Parameters.IsDefaultOrEmpty),
            tags.Any(static tag => tag.Of is IMethodSymbol) || bound.Any(static expression => expression.UsesResult));
    }

    private static BoundTagExpression? Bind(IMethodSymbol method, AttributeData attribute, string? text) =>
        text is not null && attribute.ApplicationSyntaxReference?.GetSyntax() is AttributeSyntax syntax && method.ContainingAssembly is ISourceAssemblySymbol assembly
            && TagExpressionBinder.Bind(assembly.Compilation.GetSemanticModel(syntax.SyntaxTree), method, syntax, text, CancellationToken.None) is { IsBound: true } bound
                ? bound
                : null;

    private sealed record Reads(bool Arguments, bool Result);
}
