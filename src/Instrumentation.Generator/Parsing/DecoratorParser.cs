using Instrumentation.Generator.Collections;
using Instrumentation.Generator.Model;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing;

/// <summary>Parses the decorator of a class whose instrumented methods implement interfaces.</summary>
internal static class DecoratorParser
{
    public static DecoratorTarget? Parse(INamedTypeSymbol type, IReadOnlyList<(IMethodSymbol Method, string Id)> members)
    {
        var wrappers = Wrappers(type, members);
        if (wrappers.Count == 0)
        {
            return null;
        }

        var interfaces = type.AllInterfaces;
        var services = interfaces.Where(service => service.AllInterfaces.Add(service).SelectMany(static i => i.GetMembers()).Any(wrappers.ContainsKey));
        return new DecoratorTarget(
            TypeNames.Free(type, "Instrumented" + TypeNames.Stem(type)),
            SymbolText.Of(type),
            interfaces.Select(static i => SymbolText.Of(i)).ToEquatable(),
            services.Select(static i => SymbolText.Of(i)).ToEquatable(),
            interfaces.SelectMany(i => i.GetMembers()).Where(static member => !member.IsStatic).SelectMany(member => DecoratorMemberParser.Parse(member, wrappers)).ToEquatable(),
            wrappers.Keys.OfType<IMethodSymbol>().Where(InstrumentedMembers.IsAnnotated).Select(static member => member.GetDocumentationCommentId()).OfType<string>()
                .OrderBy(static id => id, StringComparer.Ordinal).ToEquatable());
    }

    /// <summary>The wrapper of each interface member that an instrumented method implements.</summary>
    private static Dictionary<ISymbol, string> Wrappers(INamedTypeSymbol type, IReadOnlyList<(IMethodSymbol Method, string Id)> members)
    {
        var holder = TypeNames.Holder(type);
        var wrappers = new Dictionary<ISymbol, string>(SymbolEqualityComparer.Default);
        foreach (var served in DecoratorRules.Served(type, members))
        {
            wrappers[served.Key] = holder + "." + SymbolText.Identifier(served.Value);
        }

        return wrappers;
    }
}
