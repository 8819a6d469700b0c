using System.Linq;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Rules;

/// <summary>What a method's own declaration says of callers that nothing in front of it reaches.</summary>
internal static class OutsideCallers
{
    /// <summary>The evidence, as half a sentence about the method; null for none.</summary>
    public static string? Of(IMethodSymbol method)
    {
        if (method.PartialDefinitionPart is not null || !InstrumentedMembers.IsAnnotated(method))
        {
            return null;
        }

        // What only the assembly's attribute covers is measured without a word in its code, and shall stay so.
        if (InPlaceRules.NeedsDefinition(method) && InstrumentedMembers.IsNamed(method))
        {
            return "has caller information, with which it cannot be recorded in place";
        }

        if (TargetRules.Refusal(method) is not null)
        {
            return null;
        }

        return Weaves.Of(method) switch
        {
            Weave.Definition => null,
            Weave.InPlace => InPlaceRules.TakesTags(method) && !InPlaceRules.HasHandOver(method) ? "takes tags of its arguments that no caller can hand over" : null,
            _ => InPlaceRules.IsHalf(method) ? $"is measured by its callers alone: {InPlaceRules.LeftToCallers(method)}" : OfItsBase(method),
        };
    }

    // Who calls the base is compiled elsewhere, and a decorator stands in for interfaces alone.
    private static string? OfItsBase(IMethodSymbol method)
    {
        if (method.OverriddenMethod is { } overridden && IsForeign(method, overridden) && !InstrumentedMembers.IsAnnotated(InstrumentedMembers.Declared(overridden)))
        {
            return $"overrides '{overridden.ContainingType.Name}.{overridden.Name}', which another assembly calls";
        }

        var service = method.ContainingType.AllInterfaces.SelectMany(static type => type.GetMembers())
            .FirstOrDefault(member => IsForeign(method, member) && SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));
        return service is not null && DecoratorRules.Refusal(method.ContainingType) is { } refusal
            ? $"implements '{service.ContainingType.Name}.{service.Name}', which another assembly calls, and has no decorator: {refusal}"
            : null;
    }

    private static bool IsForeign(IMethodSymbol method, ISymbol member) => !SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, member.ContainingAssembly);
}
