using Instrumentation.Generator.Collections;
using Instrumentation.Generator.Model;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Parsing;

/// <summary>Parses a type with instruments that are called by hand.</summary>
internal static class HandCalledParser
{
    /// <summary>The type as the file's own; null where another file has its attribute, or none has.</summary>
    public static HandCalledTarget? Parse(INamedTypeSymbol type, SyntaxTree file, Compilation compilation, CancellationToken cancellation)
    {
        if (HandCalledMembers.Representative(type) is not var (representative, attribute)
            || representative.First(attribute)?.ApplicationSyntaxReference?.SyntaxTree != file)
        {
            return null;
        }

        var holder = TypeNames.Free(type, TypeNames.Stem(type) + "Instruments");
        var space = TypeNames.Namespace(type);
        var qualified = space is null ? $"global::{holder}" : $"global::{space}.{holder}";
        var methods = HandCalledMembers.Of(type)
            .Select(member => Method(member.Method, member.Id, qualified, compilation, cancellation))
            .Where(static method => method is not null)
            .Select(static method => method!)
            .ToEquatable();
        return methods.Count == 0
            ? null
            : new HandCalledTarget(
                SymbolText.Metadata(type),
                space,
                holder,
                qualified,
                SymbolText.Display(type),
                PartialDeclaration.Types(type, methods.Any(static method => method.Target.Signature.IsUnsafe)).ToEquatable(),
                methods);
    }

    private static HandCalledMethod? Method(IMethodSymbol method, string id, string holder, Compilation compilation, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var targetName = TagExpressionNames.Target(method);
        var signature = SignatureParser.Parse(method, targetName);
        var expressions = new ExpressionParser(method, signature, targetName, compilation, cancellation);
        var declared = TagParser.Parse(method, method, expressions).ToEquatable();
        if (new HandCalledInstrumentParser(method, declared, expressions).Parse() is not { } parsed
            || method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not MethodDeclarationSyntax syntax)
        {
            return null;
        }

        var (instruments, tags) = TagPruner.Prune(parsed, declared);
        var display = SymbolText.Display(method.ContainingType) + "." + method.Name;
        var target = new MethodTarget(id, string.Empty, display, signature, null, instruments, tags, default, null, targetName, TagExpressionNames.Result(method)) { InstrumentsHolder = holder };
        return new HandCalledMethod(
            target,
            string.Join(" ", syntax.Modifiers.Select(static modifier => modifier.Text)),
            method.Parameters.Select(parameter => PartialDeclaration.Parameter(parameter, signature.Parameters[parameter.Ordinal])).ToEquatable(),
            method.IsOverride ? string.Empty : SymbolText.Constraints(method.TypeParameters),
            method.GetAttributes().Select(static data => data.AttributeClass?.ToDisplayString() ?? string.Empty).ToEquatable());
    }
}
