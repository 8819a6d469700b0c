using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Instrumentation.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.CodeFixes;

/// <summary>Fixes INS4005: declares the span with <c>using</c>, where it is the only variable of its declaration and is not set again.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SpanIsNotEndedFixer)), Shared]
public sealed class SpanIsNotEndedFixer : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.SpanIsNotEnded];

    public override FixAllProvider GetFixAllProvider() => new BatchFixes(nameof(SpanIsNotEndedFixer));

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax block } statement } declaration } }
                && !IsSetAgain(block, declaration.Variables[0].Identifier.ValueText))
            {
                var used = statement.WithoutLeadingTrivia()
                    .WithUsingKeyword(SyntaxFactory.Token(SyntaxKind.UsingKeyword).WithTrailingTrivia(SyntaxFactory.Space))
                    .WithLeadingTrivia(statement.GetLeadingTrivia());
                context.RegisterCodeFix(
                    CodeAction.Create("Declare it with 'using'", _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(statement, used))), equivalenceKey: nameof(SpanIsNotEndedFixer)),
                    diagnostic);
            }
        }
    }

    private static bool IsSetAgain(BlockSyntax block, string name) =>
        block.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment => assignment.Left is IdentifierNameSyntax { Identifier.ValueText: var target } && target == name);
}
