using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Instrumentation.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Instrumentation.CodeFixes;

/// <summary>Fixes INS4003: brings the gauge down in a <c>finally</c> block around what comes after it was brought up. Offered where every way down is the same statement.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GaugeStaysUpFixer)), Shared]
public sealed class GaugeStaysUpFixer : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.GaugeStaysUp];

    public override FixAllProvider GetFixAllProvider() => new BatchFixes(nameof(GaugeStaysUpFixer));

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root is not null && Fixed(root, diagnostic) is var (block, fixedBlock))
            {
                context.RegisterCodeFix(
                    CodeAction.Create("Bring it down in finally", cancellation => ApplyAsync(context.Document, root.ReplaceNode(block, fixedBlock), cancellation), equivalenceKey: nameof(GaugeStaysUpFixer)),
                    diagnostic);
            }
        }
    }

    private static Task<Document> ApplyAsync(Document document, SyntaxNode root, CancellationToken cancellation) =>
        Formatter.FormatAsync(document.WithSyntaxRoot(root), Formatter.Annotation, cancellationToken: cancellation);

    private static (BlockSyntax Block, BlockSyntax Fixed)? Fixed(SyntaxNode root, Diagnostic diagnostic)
    {
        var downs = diagnostic.AdditionalLocations.Select(place => root.FindNode(place.SourceSpan).FirstAncestorOrSelf<ExpressionStatementSyntax>()).ToList();
        if (root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<ExpressionStatementSyntax>() is not { Parent: BlockSyntax block } up
            || downs.Count == 0
            || downs.Any(down => down is not { Parent: BlockSyntax } || !block.Span.Contains(down.Span) || down.SpanStart < up.SpanStart)
            || downs.Select(static down => down!.Expression.ToString()).Distinct().Count() != 1)
        {
            return null;
        }

        var index = block.Statements.IndexOf(up);
        var last = Enumerable.Range(index + 1, block.Statements.Count - index - 1).Last(i => downs.Any(down => block.Statements[i].Span.Contains(down!.Span)));
        var isTopLevel = downs.Contains(block.Statements[last]);
        var end = isTopLevel && !DeclaresForLater(block, index + 1, last) ? last : block.Statements.Count - 1;

        // Marked, so that each is found again in what it was moved to.
        var marked = block.TrackNodes(downs.Select(static down => (SyntaxNode)down!));
        var inside = marked.Statements.Skip(index + 1).Take(end - index);
        var body = SyntaxFactory.Block(inside);
        var without = body.RemoveNodes(downs.Select(down => body.GetCurrentNode((SyntaxNode)down!)!), SyntaxRemoveOptions.KeepNoTrivia);
        var attempt = SyntaxFactory.TryStatement(without!, default, SyntaxFactory.FinallyClause(SyntaxFactory.Block(SyntaxFactory.ExpressionStatement(downs[0]!.Expression.WithoutTrivia()))))
            .WithAdditionalAnnotations(Formatter.Annotation);
        return (block, block.WithStatements(SyntaxFactory.List<StatementSyntax>([.. block.Statements.Take(index + 1), attempt, .. block.Statements.Skip(end + 1)])));
    }

    private static bool DeclaresForLater(BlockSyntax block, int from, int to)
    {
        var declared = new HashSet<string>(block.Statements.Skip(from).Take(to - from).SelectMany(static statement => statement.DescendantNodes().OfType<VariableDeclaratorSyntax>().Select(static variable => variable.Identifier.ValueText)
            .Concat(statement.DescendantNodes().OfType<SingleVariableDesignationSyntax>().Select(static variable => variable.Identifier.ValueText))));
        return block.Statements.Skip(to + 1).SelectMany(static statement => statement.DescendantNodes().OfType<IdentifierNameSyntax>()).Any(name => declared.Contains(name.Identifier.ValueText));
    }
}
