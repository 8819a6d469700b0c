using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>Which methods of a type are instrumented, and by which attribute.</summary>
internal static class InstrumentedMembers
{
    /// <summary>The attributes that make a method instrumented, in the order in which they are looked for.</summary>
    private static readonly string[] s_attributes =
        [KnownNames.InstrumentedAttribute, KnownNames.MetricCounterAttribute, KnownNames.MetricHistogramAttribute];

    /// <summary>The instrumented methods that can be measured, in declaration order, each with its name among its overloads.</summary>
    public static IEnumerable<(IMethodSymbol Method, string Id)> Of(INamedTypeSymbol type)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var method in Annotated(type))
        {
            if (TargetRules.Refusal(method) is not null)
            {
                continue;
            }

            var name = method.ExplicitInterfaceImplementations.FirstOrDefault()?.Name ?? method.Name;
            seen[name] = seen.TryGetValue(name, out var count) ? count + 1 : 1;
            yield return (method, seen[name] == 1 ? name : name + seen[name]);
        }
    }

    /// <summary>The methods that carry one of our attributes, or share their type's.</summary>
    public static IEnumerable<IMethodSymbol> Annotated(INamedTypeSymbol type)
    {
        var whole = Has(type, KnownNames.InstrumentedAttribute);
        return type.GetMembers().OfType<IMethodSymbol>().Where(method => IsAnnotated(method, whole));
    }

    /// <summary>Whether a call of the method is instrumented.</summary>
    public static bool IsAnnotated(IMethodSymbol method) => IsAnnotated(method, Has(method.ContainingType, KnownNames.InstrumentedAttribute));

    /// <summary>The declaration, of a method that is called, on which attributes are looked for.</summary>
    public static IMethodSymbol Declared(IMethodSymbol called)
    {
        var method = (called.ReducedFrom ?? called).OriginalDefinition;
        return method.PartialImplementationPart ?? method;
    }

    /// <summary>The one attribute, on the one symbol, from which a type is parsed, so that several attributes do not parse it several times.</summary>
    public static (ISymbol Symbol, string Attribute)? Representative(INamedTypeSymbol type)
    {
        if (Has(type, KnownNames.InstrumentedAttribute))
        {
            return (type, KnownNames.InstrumentedAttribute);
        }

        var first = Annotated(type).FirstOrDefault();
        return first is null ? null : (first, Own(first)!);
    }

    public static bool Has(ISymbol symbol, string attribute) =>
        symbol.GetAttributes().Any(data => data.AttributeClass?.ToDisplayString() == attribute);

    private static bool IsAnnotated(IMethodSymbol method, bool whole)
    {
        if (method.PartialDefinitionPart is not null || Has(method, KnownNames.NotInstrumentedAttribute))
        {
            return false;
        }

        return Own(method) is not null || (whole && IsCoveredByType(method));
    }

    private static string? Own(IMethodSymbol method) => s_attributes.FirstOrDefault(attribute => Has(method, attribute));

    // An attribute on the type means what its users call: not what every object has, nor its end.
    private static bool IsCoveredByType(IMethodSymbol method) =>
        method is { IsImplicitlyDeclared: false, MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public }
        && method is not ({ Name: "Dispose" or "DisposeAsync", Parameters.Length: 0 } or { IsStatic: false, IsOverride: true, Name: "ToString" or "Equals" or "GetHashCode" });
}
