using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>Which methods of a type are instrumented, and by which attribute.</summary>
internal static class InstrumentedMembers
{
    /// <summary>The attributes that make a method instrumented, in the order in which they are looked for.</summary>
    private static readonly string[] s_attributes =
    [
        KnownNames.InstrumentedAttribute,
        KnownNames.MetricCounterAttribute,
        KnownNames.MetricHistogramAttribute,
        KnownNames.MetricUpDownCounterAttribute,
        KnownNames.MetricGaugeAttribute,
    ];

    /// <summary>The instrumented methods that can be measured, in declaration order, each with its name among its overloads.</summary>
    public static IEnumerable<(IMethodSymbol Method, string Id)> Of(INamedTypeSymbol type)
    {
        var methods = Annotated(type).Where(static method => TargetRules.Refusal(method) is null).Select(static method => (Method: method, Name: NameOf(method))).ToList();

        // A wrapper that is called Main would be a second entry point; and the number of an overload must not make another method's name.
        var taken = new HashSet<string>(methods.Select(static method => method.Name), StringComparer.Ordinal) { WellKnownMemberNames.EntryPointMethodName };
        var seen = new HashSet<string>(StringComparer.Ordinal) { WellKnownMemberNames.EntryPointMethodName };
        foreach (var (method, name) in methods)
        {
            yield return (method, seen.Add(name) ? name : Numbered(name, taken));
        }
    }

    private static string NameOf(IMethodSymbol method) => method.ExplicitInterfaceImplementations.FirstOrDefault()?.Name ?? method.Name;

    private static string Numbered(string name, HashSet<string> taken)
    {
        var number = 2;
        while (!taken.Add(name + number))
        {
            number++;
        }

        return name + number;
    }

    /// <summary>The methods that carry one of our attributes, or share their type's.</summary>
    public static IEnumerable<IMethodSymbol> Annotated(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IMethodSymbol>().Where(IsAnnotated);

    /// <summary>The declaration, of a method that is called, on which attributes are looked for.</summary>
    public static IMethodSymbol Declared(IMethodSymbol called)
    {
        var method = (called.ReducedFrom ?? called).OriginalDefinition;
        return method.PartialDefinitionPart ?? method;
    }

    /// <summary>Whether a call of the method is instrumented.</summary>
    public static bool IsAnnotated(IMethodSymbol method) =>
        method.PartialDefinitionPart is null
        && !Has(method, KnownNames.NotInstrumentedAttribute)
        && (Own(method) is not null || CoveringAttribute.Covers(method));

    /// <summary>Whether one of the attributes stands on the method itself.</summary>
    public static bool HasOwn(IMethodSymbol method) => Own(method) is not null;

    /// <summary>The one attribute, on the one symbol, from which a type is parsed, so that several attributes do not parse it several times; null where only the assembly covers it.</summary>
    /// <remarks>Of the methods that can be measured: the attribute of another one, an accessor's for example, is not looked for and would lose the type.</remarks>
    public static (ISymbol Symbol, string Attribute)? Representative(INamedTypeSymbol type)
    {
        if (Has(type, KnownNames.InstrumentedAttribute))
        {
            return (type, KnownNames.InstrumentedAttribute);
        }

        return Of(type).Select(static member => member.Method).FirstOrDefault(HasOwn) is { } first ? (first, Own(first)!) : null;
    }

    /// <summary>Whether the method is an interface's own, so that what is called may be a decorator.</summary>
    public static bool IsInterfaceMember(IMethodSymbol method) => method is { ContainingType.TypeKind: TypeKind.Interface, IsStatic: false };

    public static bool Has(ISymbol symbol, string attribute) =>
        symbol.GetAttributes().Any(data => data.AttributeClass?.ToDisplayString() == attribute);

    private static string? Own(IMethodSymbol method) => s_attributes.FirstOrDefault(attribute =>
        attribute == KnownNames.MetricGaugeAttribute ? ObservedMembers.SetGauges(method).Any() : Has(method, attribute));
}
