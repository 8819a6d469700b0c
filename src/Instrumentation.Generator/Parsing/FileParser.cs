using Instrumentation.Generator.Collections;
using Instrumentation.Generator.Model;
using Instrumentation.Generator.Parsing.CallSites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Parsing;

/// <summary>Parses the types of a file; a type in several files belongs to the one where the attribute stands from which it is found.</summary>
internal static class FileParser
{
    private static readonly FileMemo<FileTargets> s_files = new(Parse);

    public static FileTargets? Parse(SyntaxTree tree, Compilation compilation, CancellationToken cancellation) => s_files.Of(tree, compilation, cancellation);

    private static FileTargets? Parse(SyntaxTree tree, CompilationIndex index, Compilation compilation, CancellationToken cancellation)
    {
        var file = SyntaxTreeIndex.Of(tree, cancellation);
        var declarations = index.CoversAssembly
            ? file.Types
            : file.Attributes.Where(use => index.MayBeOurs(use.Attribute)).Select(static use => use.Declaration).OfType<TypeDeclarationSyntax>().Distinct().ToList();
        var derived = file.Types.Where(static type => type.BaseList is not null).ToList();
        if (declarations.Count == 0 && derived.Count == 0)
        {
            return null;
        }

        var model = compilation.GetSemanticModel(tree);
        var types = Symbols(declarations);
        var targets = new FileTargets(
            Parsed(types, type => TypeParser.Parse(type, tree, compilation, cancellation)),
            Parsed(types, type => HandCalledParser.Parse(type, tree, compilation, cancellation)),
            Parsed(types, type => ObservedParser.Parse(type, tree, compilation, cancellation)),
            Parsed(Symbols(derived), type => TypeParser.ParseDerived(type, tree, compilation)));
        return targets is { Types.Count: 0, HandCalled.Count: 0, Observed.Count: 0, Derived.Count: 0 } ? null : targets;

        List<INamedTypeSymbol> Symbols(IEnumerable<TypeDeclarationSyntax> parts) =>
            [.. parts.Select(part => model.GetDeclaredSymbol(part, cancellation)).OfType<INamedTypeSymbol>().Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)];
    }

    private static EquatableArray<T> Parsed<T>(IEnumerable<INamedTypeSymbol> types, Func<INamedTypeSymbol, T?> parse)
        where T : class, IEquatable<T> =>
        types.Select(parse).Where(static target => target is not null).Select(static target => target!).ToEquatable();
}
