using System.Runtime.CompilerServices;
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
        KnownNames.MetricSummaryAttribute,
        KnownNames.MetricUpDownCounterAttribute,
        KnownNames.MetricGaugeAttribute,
    ];

    // Each of a type's methods, and each call of one, asks for its name among all of them.
    private static readonly ConditionalWeakTable<INamedTypeSymbol, List<(IMethodSymbol Method, string Id)>> s_known = new();

    /// <summary>The instrumented methods that can be measured, in declaration order, each with its name among its overloads.</summary>
    public static IReadOnlyList<(IMethodSymbol Method, string Id)> Of(INamedTypeSymbol type) => s_known.GetValue(type, static key => [.. Named(key)]);

    /// <summary>The methods that carry one of our attributes, or share their type's.</summary>
    public static IEnumerable<IMethodSymbol> Annotated(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IMethodSymbol>().Where(IsAnnotated);

    /// <summary>The declaration, of a method that is called, on which attributes are looked for.</summary>
    public static IMethodSymbol Declared(IMethodSymbol called)
    {
        var method = (called.ReducedFrom ?? called).OriginalDefinition;
        method = ExtensionBlocks.Implementation(method) ?? method;
        return method.PartialDefinitionPart ?? method;
    }

    /// <summary>Whether a call of the method is instrumented.</summary>
    public static bool IsAnnotated(IMethodSymbol method) =>
        method.PartialDefinitionPart is null
        && (method.GetAttributes().IsEmpty
            ? IsCovered(method) // Most methods are asked no more.
            : !Has(method, KnownNames.NotInstrumentedAttribute) && !HandCalledMembers.IsCandidate(method) && (Own(method) is not null || IsCovered(method)));

    /// <summary>The <c>[Instrumented]</c> that speaks of the method: its own, its type's or its assembly's.</summary>
    public static AttributeData? Covering(IMethodSymbol method) =>
        method.First(KnownNames.InstrumentedAttribute) ?? method.ContainingType.First(KnownNames.InstrumentedAttribute)
        ?? (CoveringAttribute.Covers(method) ? method.ContainingAssembly.First(KnownNames.InstrumentedAttribute) : null);

    /// <summary>Whether one of the attributes stands on the method itself.</summary>
    public static bool HasOwn(IMethodSymbol method) => Own(method) is not null;

    /// <summary>Whether the method's code or its type's says that it is instrumented, and not its assembly's attribute alone.</summary>
    public static bool IsNamed(IMethodSymbol method) => HasOwn(method) || Has(method.ContainingType, KnownNames.InstrumentedAttribute);

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
        symbol.GetAttributes().Any(data => data.Is(attribute));

    private static IEnumerable<(IMethodSymbol Method, string Id)> Named(INamedTypeSymbol type)
    {
        var methods = Annotated(type).Where(static method => TargetRules.Refusal(method) is null).ToList();
        if (methods.Count == 0)
        {
            yield break;
        }

        // Case apart, because fields are named after methods too; no overload is numbered into the name of another method; and a wrapper
        // that is called Main would be a second entry point.
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { WellKnownMemberNames.EntryPointMethodName };
        var names = new HashSet<string>(methods.Select(NameOf), StringComparer.OrdinalIgnoreCase);
        foreach (var method in methods)
        {
            var name = NameOf(method);
            var id = name;
            for (var i = 2; taken.Contains(id) || (id != name && names.Contains(id)); i++)
            {
                id = name + i;
            }

            taken.Add(id);
            yield return (method, id);
        }

        static string NameOf(IMethodSymbol method) => method.ExplicitInterfaceImplementations.FirstOrDefault()?.Name ?? method.Name;
    }

    private static bool IsCovered(IMethodSymbol method) => CoveringAttribute.Covers(method) && !CoreMethods.Is(method);

    private static string? Own(IMethodSymbol method) => s_attributes.FirstOrDefault(attribute =>
        attribute == KnownNames.MetricGaugeAttribute ? ObservedMembers.SetGauges(method).Any() : Has(method, attribute));
}
