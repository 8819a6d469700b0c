using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>Which methods are instruments called by hand: partial, without a body, and carrying one of our instruments. Those of other generators carry none.</summary>
internal static class HandCalledMembers
{
    /// <summary>End of the names of the files with the bodies.</summary>
    public const string FileEnding = ".Instruments.g.cs";

    private static readonly string[] s_attributes =
    [
        KnownNames.MetricCounterAttribute,
        KnownNames.MetricHistogramAttribute,
        KnownNames.MetricSummaryAttribute,
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
    public static bool Is(IMethodSymbol method) => TargetRules.HasNoWrittenBody(method) && Own(method) is not null && CoreMethods.Of(method) is null && Refusal(method) is null;

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

        return PartialTypes.Refusal(method);
    }

    /// <summary>The instruments of such a method.</summary>
    public static IEnumerable<AttributeData> Instruments(IMethodSymbol method) => s_attributes.SelectMany(name => method.All(name));

    /// <summary>Whether a method is one that waits for its body from us, or has got it: the analyzers see both.</summary>
    public static bool IsCandidate(IMethodSymbol method) =>
        method.IsPartialDefinition && (method.PartialImplementationPart is not { } body || IsOurs(body)) && Own(method) is not null && CoreMethods.Of(method) is null;

    private static IEnumerable<IMethodSymbol> Candidates(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IMethodSymbol>()
            .Where(IsCandidate);

    private static string? Own(IMethodSymbol method) => s_attributes.FirstOrDefault(attribute => InstrumentedMembers.Has(method, attribute));

    private static bool IsOurs(IMethodSymbol body) =>
        body.DeclaringSyntaxReferences.Any(static reference => reference.SyntaxTree.FilePath.EndsWith(FileEnding, StringComparison.Ordinal));
}
