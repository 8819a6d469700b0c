using Instrumentation.Generator.Collections;
using Instrumentation.Generator.Model;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing;

/// <summary>Parses a type with instrumented methods.</summary>
internal static class TypeParser
{
    public static TypeTarget? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var type = context.TargetSymbol as INamedTypeSymbol ?? context.TargetSymbol.ContainingType;
        if (InstrumentedMembers.Representative(type) is not var (symbol, attribute)
            || context.Attributes[0].AttributeClass?.ToDisplayString() != attribute
            || !IsAt(context.TargetNode, symbol.First(attribute)))
        {
            return null;
        }

        return Parse(type, context.SemanticModel.Compilation, cancellation);
    }

    /// <summary>The types that only an attribute on the assembly covers; the others are found by their own.</summary>
    public static EquatableArray<TypeTarget> ParseAssembly(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        TypesOf(context.SemanticModel.Compilation.Assembly.GlobalNamespace)
            .Where(static type => CoveringAttribute.OfAssembly(type) && InstrumentedMembers.Representative(type) is null)
            .Select(type => Parse(type, context.SemanticModel.Compilation, cancellation))
            .Where(static type => type is not null)
            .Select(static type => type!)
            .ToEquatable();

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol container) =>
        container.GetMembers().SelectMany(static member => member switch
        {
            INamespaceSymbol space => TypesOf(space),
            INamedTypeSymbol type => TypesOf(type).Prepend(type),
            _ => [],
        });

    private static TypeTarget? Parse(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        var members = InstrumentedMembers.Of(type).ToList();
        var ids = new HashSet<string>(members.Select(static member => member.Id), StringComparer.Ordinal);
        var methods = members
            .Select(member => MethodParser.Parse(member.Method, member.Id, CallName(member.Id, ids), compilation, cancellation))
            .ToEquatable();
        if (methods.Count == 0)
        {
            return null;
        }

        var assembly = type.ContainingAssembly.Identity;
        return new TypeTarget(
            SymbolText.Metadata(type),
            SymbolText.Namespace(type),
            TypeNames.HolderName(type),
            SymbolText.Display(type),
            assembly.Name,
            assembly.Version.ToString(3),
            methods,
            DecoratorParser.Parse(type, members));
    }

    // By place and not by symbol: the halves of a partial method are two symbols with the attributes of both.
    private static bool IsAt(SyntaxNode node, AttributeData? attribute) =>
        attribute?.ApplicationSyntaxReference is { } written && written.SyntaxTree == node.SyntaxTree && node.Span.Contains(written.Span);

    private static string CallName(string id, HashSet<string> ids)
    {
        var name = id + "_Call";
        while (ids.Contains(name))
        {
            name += "_";
        }

        return name;
    }
}
