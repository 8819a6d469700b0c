using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Tests.Infrastructure;

/// <summary>Applies code fixes: one by one, and all of a document, a project and a solution at once. Each must give the same text, which compiles and has nothing left to fix.</summary>
internal static class FixHarness
{
    public static async Task VerifyAsync<TAnalyzer, TFixer>(string before, string after, string equivalenceKey)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFixer : CodeFixProvider, new()
    {
        using var workspace = new AdhocWorkspace();
        var document = AddDocument(workspace, "Sample", before);

        var one = document;
        for (var diagnostics = await DiagnoseAsync<TAnalyzer>(one); diagnostics.Length > 0; diagnostics = await DiagnoseAsync<TAnalyzer>(one))
        {
            one = await ApplyAsync(one, await ActionAsync(one, new TFixer(), diagnostics[0], equivalenceKey));
        }

        var all = await ApplyAsync(document, await FixAllAsync(document, new TFixer(), await DiagnoseAsync<TAnalyzer>(document), equivalenceKey));
        await AssertTextAsync(after, one);
        await AssertTextAsync(after, all);
        TestCompilation.AssertCompiles((await one.Project.GetCompilationAsync())!);
        Assert.Empty(await DiagnoseAsync<TAnalyzer>(all));

        await VerifyAsync<TAnalyzer, TFixer>(FixAllScope.Project, before, after, equivalenceKey);
        await VerifyAsync<TAnalyzer, TFixer>(FixAllScope.Solution, before, after, equivalenceKey);
    }

    /// <summary>Fixes a document as <c>dotnet format</c> does where the first diagnostic has no fix: for none in particular.</summary>
    public static async Task VerifyUsualAsync<TAnalyzer, TFixer>(string before, string after)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFixer : CodeFixProvider, new()
    {
        using var workspace = new AdhocWorkspace();
        var document = AddDocument(workspace, "Sample", before);
        await AssertTextAsync(after, await ApplyAsync(document, await FixAllAsync(document, new TFixer(), await DiagnoseAsync<TAnalyzer>(document), key: null)));
    }

    // Of two projects with the same source, both or the one.
    private static async Task VerifyAsync<TAnalyzer, TFixer>(FixAllScope scope, string before, string after, string equivalenceKey)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFixer : CodeFixProvider, new()
    {
        using var workspace = new AdhocWorkspace();
        var first = AddDocument(workspace, "First", before).Id;
        var second = AddDocument(workspace, "Second", before).Id;
        var document = workspace.CurrentSolution.GetDocument(first)!;

        var context = new FixAllContext(document, new TFixer(), scope, equivalenceKey, new TFixer().FixableDiagnosticIds, new Found<TAnalyzer>(), CancellationToken.None);
        var action = (await context.FixAllProvider().GetFixAsync(context))!;
        var solution = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution;

        await AssertTextAsync(after, solution.GetDocument(first)!);
        await AssertTextAsync(scope == FixAllScope.Solution ? after : before, solution.GetDocument(second)!);
    }

    private static FixAllProvider FixAllProvider(this FixAllContext context) => context.CodeFixProvider.GetFixAllProvider()!;

    private static Document AddDocument(AdhocWorkspace workspace, string project, string text)
    {
        var added = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, project, project, LanguageNames.CSharp,
            compilationOptions: TestCompilation.Options, parseOptions: GeneratorReference.ParseOptions, metadataReferences: TestCompilation.References, analyzerReferences: [new GeneratorReference()]));
        return workspace.AddDocument(added.Id, "File0.cs", Microsoft.CodeAnalysis.Text.SourceText.From(RuleHarness.Usings + text));
    }

    private static async Task AssertTextAsync(string expected, Document document) =>
        Assert.Equal(RuleHarness.Usings + expected, (await document.GetTextAsync()).ToString(), ignoreLineEndingDifferences: true);

    private static async Task<ImmutableArray<Diagnostic>> DiagnoseAsync<TAnalyzer>(Document document)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var compilation = (await document.Project.GetCompilationAsync())!;
        TestCompilation.AssertCompiles(compilation);
        return await RuleHarness.RunAsync(compilation, new TAnalyzer());
    }

    private static async Task<CodeAction> ActionAsync(Document document, CodeFixProvider fixer, Diagnostic diagnostic, string key)
    {
        var actions = new List<CodeAction>();
        await fixer.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return Assert.Single(actions, action => action.EquivalenceKey == key);
    }

    private static async Task<CodeAction> FixAllAsync(Document document, CodeFixProvider fixer, ImmutableArray<Diagnostic> diagnostics, string? key)
    {
        var context = new FixAllContext(
            document, fixer, FixAllScope.Document, key, diagnostics.Select(diagnostic => diagnostic.Id), new Diagnostics(diagnostics), CancellationToken.None);
        return (await fixer.GetFixAllProvider()!.GetFixAsync(context))!;
    }

    private static async Task<Document> ApplyAsync(Document document, CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
    }

    private sealed class Diagnostics(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }

    private sealed class Found<TAnalyzer> : FixAllContext.DiagnosticProvider
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await RuleHarness.RunAsync((await project.GetCompilationAsync(cancellationToken))!, new TAnalyzer());

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => await GetAllDiagnosticsAsync(document.Project, cancellationToken);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
