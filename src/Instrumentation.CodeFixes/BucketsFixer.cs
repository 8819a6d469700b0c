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

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            // An objective stands beside the list that lacks its bound.
            var added = diagnostic.Properties.TryGetValue("Bound", out var text) ? text : null;
            var place = diagnostic.Id == RuleIds.ObjectiveHasNoBoundary ? diagnostic.AdditionalLocations.FirstOrDefault() : diagnostic.Location;
            if (place is not null && root?.FindNode(place.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax list && Sorted(list, added) is { } sorted)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(added is null ? "Sort the bounds" : $"Add the bound {added}", _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(list, sorted))), equivalenceKey: nameof(BucketsFixer)),
                    diagnostic);
            }
        }
    }

    private static ExpressionSyntax? Sorted(ExpressionSyntax list, string? added)
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

    // Each place keeps its layout, and gets the bound that belongs there.
    private static SeparatedSyntaxList<ExpressionSyntax>? Order(SeparatedSyntaxList<ExpressionSyntax> bounds, string? added)
    {
        var numbers = bounds.Select(static bound => (Bound: bound, Number: Number(bound))).ToList();
        if (numbers.Count == 0 || numbers.Any(static pair => pair.Number is null))
        {
            return null;
        }

        if (added is not null)
        {
            var bound = SyntaxFactory.ParseExpression(added);
            numbers.Add((bound, Number(bound)));
        }

        var sorted = numbers.GroupBy(static pair => pair.Number!.Value).OrderBy(static same => same.Key)
            .Select((same, index) => index < bounds.Count ? same.First().Bound.WithTriviaFrom(bounds[index]) : same.First().Bound.WithTriviaFrom(bounds[bounds.Count - 1])).ToList();
        var last = sorted.Count - 1;
        if (last >= bounds.Count)
        {
            // The last place moves on by one, with what stood after it.
            sorted[last - 1] = sorted[last - 1].WithTrailingTrivia();
        }

        sorted[last] = sorted[last].WithTrailingTrivia(bounds[bounds.Count - 1].GetTrailingTrivia());
        var separators = bounds.GetSeparators().Take(last).ToList();
        if (separators.Count < last)
        {
            separators.Add(bounds.SeparatorCount > 0 ? bounds.GetSeparator(bounds.SeparatorCount - 1) : SyntaxFactory.Token(default, SyntaxKind.CommaToken, SyntaxFactory.TriviaList(SyntaxFactory.Space)));
        }

        return SyntaxFactory.SeparatedList(sorted, separators);
    }

    private static double? Number(ExpressionSyntax bound) => bound switch
    {
        LiteralExpressionSyntax { Token.Value: IConvertible value and not string } => value.ToDouble(CultureInfo.InvariantCulture),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus => -Number(minus.Operand),
        _ => null,
    };
}
