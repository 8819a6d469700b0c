using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
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
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        var marks = places.Select(place => At(root, place)).OfType<MethodDeclarationSyntax>().Distinct()
            .ToDictionary(static method => method, method => (Mark: new SyntaxAnnotation(), Constraints: Inherited(method, model, cancellation)));
        root = root.ReplaceNodes(marks.Keys, (old, current) => current.WithAdditionalAnnotations(marks[old].Mark));
        foreach (var (mark, constraints) in marks.Values)
        {
            var method = (MethodDeclarationSyntax)root.GetAnnotatedNodes(mark).Single();
            var members = rewrite(method).Select((member, i) => i == 0 || constraints is null ? member : WithConstraints(member, constraints.Value));
            root = root.ReplaceNode(method, members.Select(member => member.WithAdditionalAnnotations(mark, Formatter.Annotation)));
            root = WithPartialTypes(root, mark);
        }

        // Only what is new is formatted: the rest is the author's.
        return await Formatter.FormatAsync(document.WithSyntaxRoot(root), Formatter.Annotation, cancellationToken: cancellation).ConfigureAwait(false);
    }

    /// <summary>The method whose name is at the place.</summary>
    public static MethodDeclarationSyntax? At(SyntaxNode? root, TextSpan place) => root?.FindNode(place).FirstAncestorOrSelf<MethodDeclarationSyntax>();

    // An override has the constraints of what it overrides and may not say them; the method that takes its body overrides nothing.
    private static SyntaxList<TypeParameterConstraintClauseSyntax>? Inherited(MethodDeclarationSyntax method, SemanticModel? model, CancellationToken cancellation)
    {
        if (method.TypeParameterList is null || model?.GetDeclaredSymbol(method, cancellation) is not { IsOverride: true } symbol)
        {
            return null;
        }

        var format = new SymbolDisplayFormat(genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints, miscellaneousOptions: SymbolDisplayFormat.MinimallyQualifiedFormat.MiscellaneousOptions);
        var text = symbol.ToMinimalDisplayString(model, method.SpanStart, format);
        var end = text.IndexOf(" where ", StringComparison.Ordinal);
        return end < 0 ? default(SyntaxList<TypeParameterConstraintClauseSyntax>)
            : SyntaxFactory.ParseMemberDeclaration($"void {text.Insert(end, "()")} {{ }}") is MethodDeclarationSyntax parsed ? parsed.ConstraintClauses
            : null;
    }

    // What stands between the declaration and the body, a line's end or a comment, stays there.
    private static MethodDeclarationSyntax WithConstraints(MethodDeclarationSyntax method, SyntaxList<TypeParameterConstraintClauseSyntax> clauses)
    {
        var end = method.ConstraintClauses.Count > 0 ? method.ConstraintClauses.Last().GetTrailingTrivia() : method.ParameterList.GetTrailingTrivia();
        var bare = method.WithParameterList(method.ParameterList.WithTrailingTrivia(clauses.Count > 0 ? [] : end));
        return bare.WithConstraintClauses([.. clauses.Select((clause, i) => clause.WithoutTrivia().WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(i == clauses.Count - 1 ? end : []))]);
    }

    private static SyntaxNode WithPartialTypes(SyntaxNode root, SyntaxAnnotation mark)
    {
        while (root.GetAnnotatedNodes(mark).First().Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault(static type => !PartialMethods.IsPartial(type)) is { } type)
        {
            root = root.ReplaceNode(type, PartialMethods.Partial(type));
        }

        return root;
    }
}
