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
        var interfaces = type.AllInterfaces;
        if (DecoratorRules.Refusal(type) is not null)
        {
            return null;
        }

        var wrappers = Wrappers(type, members, interfaces);
        if (wrappers.Count == 0)
        {
            return null;
        }

        var services = interfaces.Where(service => service.AllInterfaces.Add(service).SelectMany(static i => i.GetMembers()).Any(wrappers.ContainsKey));
        return new DecoratorTarget(
            TypeParser.FreeName(type, "Instrumented" + SymbolText.Stem(type)),
            SymbolText.Of(type),
            interfaces.Select(static i => SymbolText.Of(i)).ToEquatable(),
            services.Select(static i => SymbolText.Of(i)).ToEquatable(),
            interfaces.SelectMany(i => i.GetMembers()).Where(static member => !member.IsStatic && DecoratorRules.IsImplemented(member)).SelectMany(member => DecoratorMemberParser.Parse(member, wrappers)).ToEquatable(),
            wrappers.Keys.OfType<IMethodSymbol>().Where(InstrumentedMembers.IsAnnotated).Select(static member => member.GetDocumentationCommentId()).OfType<string>()
                .OrderBy(static id => id, StringComparer.Ordinal).ToEquatable());
    }

    /// <summary>The wrapper of each interface member that an instrumented method implements.</summary>
    private static Dictionary<ISymbol, string> Wrappers(
        INamedTypeSymbol type,
        IReadOnlyList<(IMethodSymbol Method, string Id)> members,
        IEnumerable<INamedTypeSymbol> interfaces)
    {
        var holder = TypeParser.Holder(type);
        var ids = new Dictionary<ISymbol, string>(SymbolEqualityComparer.Default);
        foreach (var (method, id) in members)
        {
            ids[method] = id;
        }

        var wrappers = new Dictionary<ISymbol, string>(SymbolEqualityComparer.Default);
        foreach (var member in interfaces.SelectMany(static i => i.GetMembers()))
        {
            if (type.FindImplementationForInterfaceMember(member) is { } implementation && ids.TryGetValue(implementation, out var id))
            {
                wrappers[member] = holder + "." + SymbolText.Identifier(id);
            }
        }

        return wrappers;
    }
}
