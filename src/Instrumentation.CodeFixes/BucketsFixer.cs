using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Instrumentation.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.CodeFixes;

/// <summary>Fixes INS0005 and INS4009: sorts the bounds upwards, each once. Fixes INS4014: adds the bound of an objective. A list with anything but numbers in it is left alone.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BucketsFixer)), Shared]
public sealed class BucketsFixer : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.BucketsAreMalformed, RuleIds.BoundariesAreMalformed, RuleIds.ObjectiveHasNoBoundary];

    // Several objectives may lack a bound of one list: what each would make of it cannot be merged as text.
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(static async (context, document, diagnostics) =>
        await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is { } root ? document.WithSyntaxRoot(Fixed(root, diagnostics)) : document);

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root is not null && Fixed(root, [diagnostic]) is var changed && changed != root)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(Bound(diagnostic) is { } bound ? $"Add the bound {bound}" : "Sort the bounds", _ => Task.FromResult(context.Document.WithSyntaxRoot(changed)), equivalenceKey: nameof(BucketsFixer)),
                    diagnostic);
            }
        }
    }

    private static SyntaxNode Fixed(SyntaxNode root, IEnumerable<Diagnostic> diagnostics)
    {
        var lists = diagnostics.Select(diagnostic => (List: List(root, diagnostic), Bound: Bound(diagnostic))).Where(static found => found.List is not null)
            .ToLookup(static found => found.List!, static found => found.Bound);
        return root.ReplaceNodes(lists.Select(static list => list.Key), (list, _) => Sorted(list, [.. lists[list].Where(static bound => bound is not null).Select(static bound => SyntaxFactory.ParseExpression(bound!))]) ?? list);
    }

    private static string? Bound(Diagnostic diagnostic) => diagnostic.Properties.TryGetValue("Bound", out var bound) ? bound : null;

    // An objective stands beside the list that lacks its bound.
    private static ExpressionSyntax? List(SyntaxNode root, Diagnostic diagnostic) =>
        (diagnostic.Id == RuleIds.ObjectiveHasNoBoundary ? diagnostic.AdditionalLocations.FirstOrDefault() : diagnostic.Location) is { } place ? root.FindNode(place.SourceSpan, getInnermostNodeForTie: true) as ExpressionSyntax : null;

    private static ExpressionSyntax? Sorted(ExpressionSyntax list, IReadOnlyList<ExpressionSyntax> added)
    {
        switch (list)
        {
            case CollectionExpressionSyntax collection when collection.Elements.All(static element => element is ExpressionElementSyntax):
                return Order(SyntaxFactory.SeparatedList<ExpressionSyntax>(collection.Elements.Select(static element => ((ExpressionElementSyntax)element).Expression), collection.Elements.GetSeparators()), added) is { } elements
                    ? collection.WithElements(SyntaxFactory.SeparatedList<CollectionElementSyntax>(elements.Select(static bound => SyntaxFactory.ExpressionElement(bound)), elements.GetSeparators()))
                    : null;
            case ArrayCreationExpressionSyntax { Initializer: { } initializer } array:
                return Order(initializer.Expressions, added) is { } bounds ? array.WithInitializer(initializer.WithExpressions(bounds)) : null;
            case ImplicitArrayCreationExpressionSyntax { Initializer: { } initializer } array:
                return Order(initializer.Expressions, added) is { } numbers ? array.WithInitializer(initializer.WithExpressions(numbers)) : null;
            default:
                return null;
        }
    }

    // Each place keeps its layout, and gets the bound that belongs there; new places are laid out as the last one.
    private static SeparatedSyntaxList<ExpressionSyntax>? Order(SeparatedSyntaxList<ExpressionSyntax> bounds, IReadOnlyList<ExpressionSyntax> added)
    {
        var numbers = bounds.Concat(added).Select(static bound => (Bound: bound, Number: Number(bound))).ToList();
        if (bounds.Count == 0 || numbers.Any(static pair => pair.Number is null))
        {
            return null;
        }

        var sorted = numbers.GroupBy(static pair => pair.Number!.Value).OrderBy(static same => same.Key)
            .Select((same, index) => same.First().Bound.WithTriviaFrom(bounds[Math.Min(index, bounds.Count - 1)])).ToList();
        var last = sorted.Count - 1;
        for (var index = bounds.Count - 1; index < last; index++)
        {
            // What stood after the last one stands after the new last one.
            sorted[index] = sorted[index].WithTrailingTrivia();
        }

        sorted[last] = sorted[last].WithTrailingTrivia(bounds[bounds.Count - 1].GetTrailingTrivia());
        var separators = bounds.GetSeparators().Take(Math.Min(last, bounds.Count - 1)).ToList();
        while (separators.Count < last)
        {
            separators.Add(separators.Count > 0 ? separators[separators.Count - 1] : SyntaxFactory.Token(default, SyntaxKind.CommaToken, SyntaxFactory.TriviaList(SyntaxFactory.Space)));
        }

        // A comma behind the last one stays there.
        separators.AddRange(bounds.GetSeparators().Skip(bounds.Count - 1));

        return SyntaxFactory.SeparatedList(sorted, separators);
    }

    private static double? Number(ExpressionSyntax bound) => bound switch
    {
        LiteralExpressionSyntax { Token.Value: IConvertible value and not string } => value.ToDouble(CultureInfo.InvariantCulture),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus => -Number(minus.Operand),
        _ => null,
    };
}
