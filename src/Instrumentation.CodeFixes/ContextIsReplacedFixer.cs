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

/// <summary>Fixes INS3002: hands on the context that is in scope.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ContextIsReplacedFixer)), Shared]
public sealed class ContextIsReplacedFixer : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.ContextIsReplaced];

    public override FixAllProvider GetFixAllProvider() => new BatchFixes(nameof(ContextIsReplacedFixer));

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Properties.TryGetValue("Id", out var id) && id is not null && root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax value)
            {
                var name = SyntaxFactory.ParseName(SyntaxFacts.GetKeywordKind(id) == SyntaxKind.None ? id : "@" + id).WithTriviaFrom(value);
                context.RegisterCodeFix(
                    CodeAction.Create($"Hand on '{id}'", _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(value, name))), equivalenceKey: nameof(ContextIsReplacedFixer)),
                    diagnostic);
            }
        }
    }
}
