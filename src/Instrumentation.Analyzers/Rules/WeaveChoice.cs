using System.Collections.Immutable;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Rules;

/// <summary>By which weaves a method could record its own calls; what the fixes need to know.</summary>
internal static class WeaveChoice
{
    public static ImmutableDictionary<string, string?> Of(IMethodSymbol method)
    {
        var choice = ImmutableDictionary<string, string?>.Empty;
        choice = CoreMethods.CanBeSplit(method) ? choice.Add(WeaveProperties.Definition, null) : choice;
        return InPlaceRules.WouldApply(method) ? choice.Add(WeaveProperties.InPlace, null) : choice;
    }
}
