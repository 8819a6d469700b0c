using Instrumentation.Generator.Collections;
using Instrumentation.Generator.Model;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Parsing;

/// <summary>Parses a type with instrumented methods.</summary>
internal static class TypeParser
{
    /// <summary>The type as the file's own; null where another file has its attribute, or none has.</summary>
    public static TypeTarget? Parse(INamedTypeSymbol type, SyntaxTree file, Compilation compilation, CancellationToken cancellation)
    {
        if (Home(type) != file)
        {
            return null;
        }

        var members = InstrumentedMembers.Of(type);
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
            TypeNames.Namespace(type),
            TypeNames.HolderName(type),
            SymbolText.Display(type),
            assembly.Name,
            assembly.Version.ToString(3),
            methods,
            DecoratorParser.Parse(type, compilation))
        {
            OwnedMembers = methods.Any(static method => method.Half is not null) && type.TypeKind != TypeKind.Interface && !type.IsStatic ? Shared.OwnedMembers.Of(type).ToEquatable() : default,
            Types = methods.Any(static method => method.Half is not null) ? PartialDeclaration.Types(type, methods.Any(static method => method is { Half: not null, Signature.IsUnsafe: true })).ToEquatable() : default,
        };
    }

    /// <summary>A class that has a decorator only because of what it inherits, as the file's own.</summary>
    public static DerivedTarget? ParseDerived(INamedTypeSymbol type, SyntaxTree file, Compilation compilation)
    {
        if (type.BaseType is null or { SpecialType: SpecialType.System_Object }
            || type.AllInterfaces.IsEmpty
            || FirstWithBase(type) != file
            || InstrumentedMembers.Of(type).Count > 0
            || DecoratorParser.Parse(type, compilation) is not { } decorator)
        {
            return null;
        }

        return new DerivedTarget(SymbolText.Metadata(type), TypeNames.Namespace(type), SymbolText.Display(type), decorator);
    }

    // Of the parts of a class, the first that names what it derives from.
    private static SyntaxTree? FirstWithBase(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Select(static reference => reference.GetSyntax()).OfType<TypeDeclarationSyntax>().FirstOrDefault(static part => part.BaseList is not null)?.SyntaxTree;

    // By place and not by symbol: the halves of a partial method are two symbols with the attributes of both.
    private static SyntaxTree? Home(INamedTypeSymbol type) =>
        InstrumentedMembers.Representative(type) is var (symbol, attribute) ? symbol.First(attribute)?.ApplicationSyntaxReference?.SyntaxTree
        : CoveringAttribute.OfAssembly(type) ? type.DeclaringSyntaxReferences[0].SyntaxTree
        : null;

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
