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

/// <summary>
/// Fixes INS3003: wraps the items of a queue in envelopes, where they go in and where they come out. Offered for a private field whose every use is one that it knows, so that nothing is left half done.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(QueueItemLosesContextFixer)), Shared]
public sealed class QueueItemLosesContextFixer : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.QueueItemLosesContext];

    // One fix changes all uses of its queue, so that several of them are applied one after the other.
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(static async (context, document, diagnostics) =>
    {
        var queues = ImmutableHashSet<string>.Empty;
        var root = await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in diagnostics)
        {
            if (root is not null && Queue(root, diagnostic) is { } queue)
            {
                queues = queues.Add(queue);
            }
        }

        foreach (var queue in queues.OrderBy(static name => name, System.StringComparer.Ordinal))
        {
            document = await ApplyAsync(document, queue, context.CancellationToken).ConfigureAwait(false);
        }

        return document;
    });

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root is not null && Queue(root, diagnostic) is { } queue && EnvelopeRewriter.Rewrite(root, queue) is not null)
            {
                context.RegisterCodeFix(
                    CodeAction.Create($"Wrap the items of '{queue}' in envelopes", cancellation => ApplyAsync(context.Document, queue, cancellation), equivalenceKey: nameof(QueueItemLosesContextFixer)),
                    diagnostic);
            }
        }
    }

    private static async Task<Document> ApplyAsync(Document document, string queue, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        return root is not null && EnvelopeRewriter.Rewrite(root, queue) is { } wrapped
            ? await Formatter.FormatAsync(document.WithSyntaxRoot(wrapped), Formatter.Annotation, cancellationToken: cancellation).ConfigureAwait(false)
            : document;
    }

    // `_orders.Writer.WriteAsync(order)`, `_orders.Add(order)`.
    private static string? Queue(SyntaxNode root, Diagnostic diagnostic)
    {
        var call = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<InvocationExpressionSyntax>();
        var receiver = (call?.Expression as MemberAccessExpressionSyntax)?.Expression;
        return receiver switch
        {
            IdentifierNameSyntax name => name.Identifier.ValueText,
            MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax name } => name.Identifier.ValueText,
            _ => null,
        };
    }
}
