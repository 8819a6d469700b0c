using Instrumentation.Generator.Collections;
using Instrumentation.Generator.Model;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing;

/// <summary>Parses the decorator of a class that implements interfaces by instrumented methods, its own or inherited ones.</summary>
internal static class DecoratorParser
{
    private static readonly string[] s_ownNames = ["Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone", "ReferenceEquals", "Finalize", "_inner", "_ownsInner"];

    public static DecoratorTarget? Parse(INamedTypeSymbol type, Compilation compilation)
    {
        if (DecoratorRules.Refusal(type) is not null)
        {
            return null;
        }

        var interfaces = DecoratorRules.Interfaces(type);
        var wrappers = Wrappers(type, compilation);
        var services = interfaces.Where(service => DecoratorRules.CanStandFor(type, service)
            && service.AllInterfaces.Add(service).SelectMany(static i => i.GetMembers()).Any(wrappers.ContainsKey)).ToList();
        if (services.Count == 0)
        {
            return null;
        }

        var hidden = HiddenNames(type, interfaces);
        var typeParameters = SignatureParser.TypeParametersOf(type).ToList();
        return new DecoratorTarget(
            DecoratorName(type),
            SymbolText.TypeParameters(typeParameters),
            SymbolText.DeclaredTypeParameters(typeParameters),
            SymbolText.Constraints(typeParameters),
            SymbolText.Of(type),
            SymbolText.Open(type),
            interfaces.Select(static i => SymbolText.Of(i)).ToEquatable(),
            services.Select(static i => SymbolText.Open(i)).Distinct(StringComparer.Ordinal).ToEquatable(),
            interfaces.SelectMany(i => i.GetMembers()).Where(static member => !member.IsStatic && DecoratorRules.IsImplemented(member)).SelectMany(member => DecoratorMemberParser.Parse(member, wrappers, hidden)).ToEquatable(),
            interfaces.SelectMany(static i => i.GetMembers()).OfType<IMethodSymbol>().SelectMany(CallerWarnings.Ids).Distinct(StringComparer.Ordinal).ToEquatable(),
            wrappers.Keys.Select(static member => member.OriginalDefinition).OfType<IMethodSymbol>().Where(InstrumentedMembers.IsAnnotated)
                .Select(static member => member.GetDocumentationCommentId()).OfType<string>().Concat(OwnedMembers.Of(type)).Distinct(StringComparer.Ordinal)
                .OrderBy(static id => id, StringComparer.Ordinal).ToEquatable());
    }

    // Names that a public member of the decorator may not have: those that several members share, all of which it would implement, and those it has already.
    private static HashSet<string> HiddenNames(INamedTypeSymbol type, IEnumerable<INamedTypeSymbol> interfaces) => new(
        interfaces.SelectMany(static i => i.GetMembers()).GroupBy(static member => member.Name, StringComparer.Ordinal).Where(static same => same.Skip(1).Any()).Select(static same => same.Key)
            .Concat(s_ownNames)
            .Append(DecoratorName(type)),
        StringComparer.Ordinal);

    private static string DecoratorName(INamedTypeSymbol type) => TypeNames.Free(type, "Instrumented" + TypeNames.Stem(type));

    /// <summary>The wrapper of each interface member that an instrumented method implements.</summary>
    private static Dictionary<ISymbol, MemberWrapper> Wrappers(INamedTypeSymbol type, Compilation compilation)
    {
        var wrappers = new Dictionary<ISymbol, MemberWrapper>(SymbolEqualityComparer.Default);
        foreach (var member in DecoratorRules.Interfaces(type).SelectMany(static i => i.GetMembers()).Where(DecoratorRules.IsImplemented))
        {
            if (DecoratorRules.Instrumented(type, member) is { } method && Shared.Wrappers.Of(InstrumentedMembers.Declared(method), compilation) is { } id)
            {
                var arguments = SignatureParser.TypeArgumentsOf(method.ContainingType).Select(static argument => SymbolText.Of(argument));
                wrappers[member] = new MemberWrapper($"{TypeNames.Holder(method.OriginalDefinition.ContainingType)}.{SymbolText.Identifier(id)}", [.. arguments]);
            }
        }

        return wrappers;
    }
}
