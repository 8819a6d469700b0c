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
            || !SymbolEqualityComparer.Default.Equals(symbol, context.TargetSymbol)
            || context.Attributes[0].AttributeClass?.ToDisplayString() != attribute)
        {
            return null;
        }

        var members = InstrumentedMembers.Of(type).ToList();
        var ids = new HashSet<string>(members.Select(static member => member.Id), StringComparer.Ordinal);
        var methods = members
            .Select(member => MethodParser.Parse(member.Method, member.Id, CallName(member.Id, ids), context.SemanticModel.Compilation, cancellation))
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
