using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using Instrumentation.Analyzers;
using Instrumentation.CodeFixes.Weaving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Instrumentation.CodeFixes;

/// <summary>Fixes INS1006, and INS1005 of an async method: makes it and its types partial, so that it is recorded in place.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AsyncMethodCouldRecordItselfFixer)), Shared]
public sealed class AsyncMethodCouldRecordItselfFixer : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.AsyncMethodCouldRecordItself, RuleIds.CallersAreOutOfReach];

    public override FixAllProvider GetFixAllProvider() => MethodRewrite.FixAll(WeaveProperties.InPlace, PartialMethods.InPlace);

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Properties.ContainsKey(WeaveProperties.InPlace))
            {
                context.RegisterCodeFix(
                    CodeAction.Create("Make it partial (in place)", cancellation => MethodRewrite.ApplyAsync(context.Document, [diagnostic.Location.SourceSpan], PartialMethods.InPlace, cancellation), nameof(WeaveProperties.InPlace)),
                    diagnostic);
            }
        }

        return Task.CompletedTask;
    }
}
