using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using Instrumentation.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.CodeFixes;

/// <summary>Fixes INS4007 and INS4008: writes the name or unit that the rule proposes, with its suffix.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LiteralFixer)), Shared]
public sealed class LiteralFixer : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.NameIsUnconventional, RuleIds.UnitIsUnconventional];

    public override FixAllProvider GetFixAllProvider() => new BatchFixes(nameof(LiteralFixer));

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Properties.TryGetValue("Replacement", out var text) && text is not null
                && root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal)
            {
                var written = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text)).WithTriviaFrom(literal);
                context.RegisterCodeFix(
                    CodeAction.Create($"Write '{text}'", _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(literal, written))), equivalenceKey: nameof(LiteralFixer)),
                    diagnostic);
            }
        }
    }
}
