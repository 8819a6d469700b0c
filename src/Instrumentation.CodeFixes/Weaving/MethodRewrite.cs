using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.CodeFixes.Weaving;

/// <summary>Puts other members in the place of methods, whose types then are partial.</summary>
internal static class MethodRewrite
{
    /// <summary>Fixes all diagnostics of a document that have the property.</summary>
    public static FixAllProvider FixAll(string property, Func<MethodDeclarationSyntax, IReadOnlyList<MethodDeclarationSyntax>> rewrite) =>
        FixAllProvider.Create(async (context, document, diagnostics) =>
            await ApplyAsync(
                document,
                diagnostics.Where(diagnostic => diagnostic.Properties.ContainsKey(property)).Select(static diagnostic => diagnostic.Location.SourceSpan),
                rewrite,
                context.CancellationToken).ConfigureAwait(false));

    /// <summary>Rewrites the methods at these places.</summary>
    public static async Task<Document> ApplyAsync(Document document, IEnumerable<TextSpan> places, Func<MethodDeclarationSyntax, IReadOnlyList<MethodDeclarationSyntax>> rewrite, CancellationToken cancellation)
    {
        var root = (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        var marks = places.Select(place => At(root, place)).OfType<MethodDeclarationSyntax>().Distinct().ToDictionary(static method => method, static _ => new SyntaxAnnotation());
        root = root.ReplaceNodes(marks.Keys, (old, current) => current.WithAdditionalAnnotations(marks[old]));
        foreach (var mark in marks.Values)
        {
            var method = (MethodDeclarationSyntax)root.GetAnnotatedNodes(mark).Single();
            root = root.ReplaceNode(method, rewrite(method).Select(member => member.WithAdditionalAnnotations(mark, Formatter.Annotation)));
            root = WithPartialTypes(root, mark);
        }

        // Only what is new is formatted: the rest is the author's.
        return await Formatter.FormatAsync(document.WithSyntaxRoot(root), Formatter.Annotation, cancellationToken: cancellation).ConfigureAwait(false);
    }

    /// <summary>The method whose name is at the place.</summary>
    public static MethodDeclarationSyntax? At(SyntaxNode? root, TextSpan place) => root?.FindNode(place).FirstAncestorOrSelf<MethodDeclarationSyntax>();

    private static SyntaxNode WithPartialTypes(SyntaxNode root, SyntaxAnnotation mark)
    {
        while (root.GetAnnotatedNodes(mark).First().Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault(static type => !PartialMethods.IsPartial(type)) is { } type)
        {
            root = root.ReplaceNode(type, PartialMethods.Partial(type));
        }

        return root;
    }
}
