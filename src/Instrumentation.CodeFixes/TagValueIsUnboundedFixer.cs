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
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace Instrumentation.CodeFixes;

/// <summary>Fixes INS2002: moves the value to the span, or records the route's template for a path, or the type for an exception.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TagValueIsUnboundedFixer)), Shared]
public sealed class TagValueIsUnboundedFixer : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.TagValueIsUnbounded];

    public override FixAllProvider GetFixAllProvider() => new BatchFixes("SpanTag");

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax value || model is null)
            {
                continue;
            }

            if (ClosedValues.RouteTemplate(value, model, context.CancellationToken) is { } template)
            {
                Register(context, diagnostic, "Record the template of the route", "RouteTemplate", cancellation => ReplaceAsync(context.Document, value, template, cancellation));
            }

            if (ClosedValues.ExceptionType(value, model, context.CancellationToken) is { } type)
            {
                Register(context, diagnostic, "Record the type of the exception", "ExceptionType", cancellation => ReplaceAsync(context.Document, value, type, cancellation));
            }

            if (RecordedTag.Of(value, model, context.CancellationToken) is { } tag)
            {
                Register(context, diagnostic, "Move it to the span: SetTag", "SpanTag", cancellation => MoveAsync(context.Document, tag, cancellation));
            }
        }
    }

    private static void Register(CodeFixContext context, Diagnostic diagnostic, string title, string key, System.Func<CancellationToken, Task<Document>> change) =>
        context.RegisterCodeFix(CodeAction.Create(title, change, key), diagnostic);

    private static async Task<Document> ReplaceAsync(Document document, ExpressionSyntax old, ExpressionSyntax replacement, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);

        // What is recorded now cannot be null, and needs nobody to say so.
        var whole = old.Parent is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed ? suppressed : old;
        return document.WithSyntaxRoot(root!.ReplaceNode(whole, replacement.WithTriviaFrom(whole)));
    }

    // The span's statement stands before the measurement, with what stood before that.
    private static async Task<Document> MoveAsync(Document document, RecordedTag tag, CancellationToken cancellation)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        var span = SyntaxFactory.ParseStatement($"{ShortNames.Of("System.Diagnostics.Activity", editor.SemanticModel, tag.Statement.SpanStart)}.Current?.SetTag({tag.Name.WithoutTrivia().ToFullString()}, {tag.Value.WithoutTrivia().ToFullString()});")
            .WithAdditionalAnnotations(Formatter.Annotation);
        if (tag.Rest is null)
        {
            editor.ReplaceNode(tag.Statement, span.WithTriviaFrom(tag.Statement));
            return editor.GetChangedDocument();
        }

        var indentation = SyntaxFactory.TriviaList(tag.Statement.GetLeadingTrivia().Reverse().TakeWhile(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse());
        var first = span.WithLeadingTrivia(tag.Statement.GetLeadingTrivia()).WithTrailingTrivia(tag.EndOfLine);
        if (tag.Statement.Parent is not (BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax))
        {
            // `if (failed) counter.Add(…);` has room for one statement.
            editor.ReplaceNode(tag.Statement, SyntaxFactory.Block(span.WithTrailingTrivia(tag.EndOfLine), tag.Rest.WithoutTrivia().WithTrailingTrivia(tag.EndOfLine)).WithTriviaFrom(tag.Statement).WithAdditionalAnnotations(Formatter.Annotation));
            return editor.GetChangedDocument();
        }

        if (tag.Statement.Parent is GlobalStatementSyntax global)
        {
            editor.InsertBefore(global, SyntaxFactory.GlobalStatement(first));
        }
        else
        {
            editor.InsertBefore(tag.Statement, first);
        }

        editor.ReplaceNode(tag.Statement, tag.Rest.WithLeadingTrivia(indentation));
        return editor.GetChangedDocument();
    }
}
