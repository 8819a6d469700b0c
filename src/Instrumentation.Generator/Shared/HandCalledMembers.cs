using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Shared;

/// <summary>Which methods are instruments called by hand: partial, without a body, and carrying one of our instruments. Those of other generators carry none.</summary>
internal static class HandCalledMembers
{
    private static readonly string[] s_attributes =
    [
        KnownNames.MetricCounterAttribute,
        KnownNames.MetricHistogramAttribute,
        KnownNames.MetricUpDownCounterAttribute,
        KnownNames.MetricGaugeAttribute,
    ];

    /// <summary>The methods of a type that get a body, in declaration order, each with its name among its overloads.</summary>
    public static IEnumerable<(IMethodSymbol Method, string Id)> Of(INamedTypeSymbol type)
    {
        // An overload gets a number; a method that has the numbered name of its own keeps it.
        var methods = Candidates(type).Where(static method => Refusal(method) is null).ToList();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var method in methods)
        {
            var id = method.Name;
            for (var number = 2; !taken.Add(id); number++)
            {
                id = method.Name + number;
                if (methods.Any(other => other.Name == id))
                {
                    id = method.Name;
                }
            }

            yield return (method, id);
        }
    }

    /// <summary>Whether the method is an instrument: a call of it is the measurement, and nothing stands between. Also where its body has been generated.</summary>
    public static bool Is(IMethodSymbol method) => TargetRules.HasNoWrittenBody(method) && Own(method) is not null && Refusal(method) is null;

    /// <summary>The one attribute, on the one method, from which a type is parsed, so that several do not parse it several times.</summary>
    public static (IMethodSymbol Method, string Attribute)? Representative(INamedTypeSymbol type) =>
        Candidates(type).FirstOrDefault() is { } first ? (first, Own(first)!) : null;

    /// <summary>
    /// Why a method gets no body; null where it does. The generator skips what is refused, and the compiler reports the missing body (CS8795) unless the method may lack it.
    /// </summary>
    public static string? Refusal(IMethodSymbol method)
    {
        if (!method.ReturnsVoid)
        {
            return "a hand-called instrument returns nothing";
        }

        if (InstrumentedMembers.Has(method, KnownNames.InstrumentedAttribute))
        {
            return "an instrument has no duration of its own; leave [Instrumented] out";
        }

        if (method.Parameters.Any(static parameter => parameter.RefKind == RefKind.Out))
        {
            return "an instrument has nothing to hand out";
        }

        if (method.Parameters.Count(static parameter => InstrumentedMembers.Has(parameter, KnownNames.ValueAttribute)) > 1)
        {
            return "only one parameter can be the value";
        }

        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.IsFileLocal || !type.DeclaringSyntaxReferences.All(static reference => IsPartial(reference.GetSyntax())))
            {
                return $"the body goes into the type, so '{type.Name}' must be partial and not file-local";
            }
        }

        return null;
    }

    /// <summary>Whether the syntax can be such a method, before anything is bound.</summary>
    public static bool IsCandidate(SyntaxNode node) =>
        node is MethodDeclarationSyntax { Body: null, ExpressionBody: null } method && method.Modifiers.Any(SyntaxKind.PartialKeyword);

    private static IEnumerable<IMethodSymbol> Candidates(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IMethodSymbol>()
            .Where(static method => method is { IsPartialDefinition: true, PartialImplementationPart: null } && Own(method) is not null);

    private static string? Own(IMethodSymbol method) => s_attributes.FirstOrDefault(attribute => InstrumentedMembers.Has(method, attribute));

    private static bool IsPartial(SyntaxNode declaration) =>
        declaration is TypeDeclarationSyntax type && type.Modifiers.Any(SyntaxKind.PartialKeyword);
}
