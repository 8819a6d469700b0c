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

/// <summary>Fixes INS0005 and INS4009: sorts the bounds upwards, each once. A list with anything but numbers in it is left alone.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BucketsFixer)), Shared]
public sealed class BucketsFixer : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.BucketsAreMalformed, RuleIds.BoundariesAreMalformed];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax list && Sorted(list) is { } sorted)
            {
                context.RegisterCodeFix(
                    CodeAction.Create("Sort the bounds", _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(list, sorted))), equivalenceKey: nameof(BucketsFixer)),
                    diagnostic);
            }
        }
    }

    private static ExpressionSyntax? Sorted(ExpressionSyntax list)
    {
        switch (list)
        {
            case CollectionExpressionSyntax collection when collection.Elements.All(static element => element is ExpressionElementSyntax):
                return Order(SyntaxFactory.SeparatedList<ExpressionSyntax>(collection.Elements.Select(static element => ((ExpressionElementSyntax)element).Expression), collection.Elements.GetSeparators())) is { } elements
                    ? collection.WithElements(SyntaxFactory.SeparatedList<CollectionElementSyntax>(elements.Select(static bound => SyntaxFactory.ExpressionElement(bound)), elements.GetSeparators()))
                    : null;
            case ArrayCreationExpressionSyntax { Initializer: { } initializer } array:
                return Order(initializer.Expressions) is { } bounds ? array.WithInitializer(initializer.WithExpressions(bounds)) : null;
            case ImplicitArrayCreationExpressionSyntax { Initializer: { } initializer } array:
                return Order(initializer.Expressions) is { } numbers ? array.WithInitializer(initializer.WithExpressions(numbers)) : null;
            default:
                return null;
        }
    }

    // Each place keeps its layout, and gets the bound that belongs there.
    private static SeparatedSyntaxList<ExpressionSyntax>? Order(SeparatedSyntaxList<ExpressionSyntax> bounds)
    {
        var numbers = bounds.Select(static bound => (Bound: bound, Number: Number(bound))).ToList();
        if (numbers.Count == 0 || numbers.Any(static pair => pair.Number is null))
        {
            return null;
        }

        var sorted = numbers.GroupBy(static pair => pair.Number!.Value).OrderBy(static same => same.Key).Select((same, index) => same.First().Bound.WithTriviaFrom(bounds[index])).ToList();
        var last = sorted.Count - 1;
        sorted[last] = sorted[last].WithTrailingTrivia(bounds[bounds.Count - 1].GetTrailingTrivia());
        return SyntaxFactory.SeparatedList(sorted, bounds.GetSeparators().Take(last));
    }

    private static double? Number(ExpressionSyntax bound) => bound switch
    {
        LiteralExpressionSyntax { Token.Value: IConvertible value and not string } => value.ToDouble(CultureInfo.InvariantCulture),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus => -Number(minus.Operand),
        _ => null,
    };
}
