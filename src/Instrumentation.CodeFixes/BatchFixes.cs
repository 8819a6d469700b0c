using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Instrumentation.CodeFixes;

/// <summary>
/// Fixes all diagnostics that have a fix. <c>dotnet format</c> asks the first diagnostic of a project which fix it wants, and where that one has none, it asks for no fix in particular:
/// then the usual one is meant, or one diagnostic without a fix would keep all others from theirs.
/// </summary>
/// <param name="usual">The key of the fix that is applied where none is asked for.</param>
internal sealed class BatchFixes(string usual) : FixAllProvider
{
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => WellKnownFixAllProviders.BatchFixer.GetSupportedFixAllScopes();

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) =>
        WellKnownFixAllProviders.BatchFixer.GetFixAsync(fixAllContext.CodeActionEquivalenceKey is null ? Usual(fixAllContext) : fixAllContext);

    private FixAllContext Usual(FixAllContext context) => context.Document is { } document
        ? new FixAllContext(document, context.CodeFixProvider, context.Scope, usual, context.DiagnosticIds, new Diagnostics(context), context.CancellationToken)
        : new FixAllContext(context.Project, context.CodeFixProvider, context.Scope, usual, context.DiagnosticIds, new Diagnostics(context), context.CancellationToken);

    private sealed class Diagnostics(FixAllContext context) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);

        public override async Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => await context.GetProjectDiagnosticsAsync(project).ConfigureAwait(false);
    }
}
