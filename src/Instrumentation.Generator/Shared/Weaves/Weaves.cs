using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>Which methods record their calls themselves, whoever makes them.</summary>
internal static class Weaves
{
    /// <summary>What the generator puts on such a method, by which other assemblies know it.</summary>
    private const string Marker = "Instrumentation.Weaving.WovenAttribute";

    // Each call of a method asks, several times.
    private static readonly ConditionalWeakTable<IMethodSymbol, StrongBox<Weave?>> s_known = new();

    /// <summary>The weave of an instrumented method, as declared; null where a caller or a decorator records.</summary>
    public static Weave? Of(IMethodSymbol method) => s_known.GetValue(method, static key => new(Read(key))).Value;

    private static Weave? Read(IMethodSymbol method)
    {
        if (method.DeclaringSyntaxReferences.IsEmpty)
        {
            return method.First(Marker) is not { } woven ? null : woven.Name() == InPlace ? Weave.InPlace : Weave.Definition;
        }

        return !InstrumentedMembers.IsAnnotated(method) || TargetRules.Refusal(method) is not null ? null
            : CoreMethods.Of(method) is not null ? Weave.Definition
            : InPlaceRules.Applies(method) ? Weave.InPlace
            : null;
    }

    /// <summary>The weave's name in coverage and in the marker.</summary>
    public static string NameOf(Weave weave) => weave == Weave.InPlace ? InPlace : Definition;

    private const string InPlace = "in place";
    private const string Definition = "definition";
}
