using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Instrumentation.Analyzers;
using Instrumentation.CodeFixes.Weaving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Instrumentation.CodeFixes;

/// <summary>Fixes INS1005 and INS1006: gives the body to a method of its own, so that the annotated one is woven at its definition.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CallersAreOutOfReachFixer)), Shared]
public sealed class CallersAreOutOfReachFixer : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.CallersAreOutOfReach, RuleIds.AsyncMethodCouldRecordItself];

    public override FixAllProvider GetFixAllProvider() => MethodRewrite.FixAll(WeaveProperties.Definition, PartialMethods.Split);

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics.Where(static diagnostic => diagnostic.Properties.ContainsKey(WeaveProperties.Definition)))
        {
            if (MethodRewrite.At(root, diagnostic.Location.SourceSpan) is { } method)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Split into '{PartialMethods.CoreName(method)}' (at its definition)",
                        cancellation => MethodRewrite.ApplyAsync(context.Document, [diagnostic.Location.SourceSpan], PartialMethods.Split, cancellation),
                        nameof(WeaveProperties.Definition)),
                    diagnostic);
            }
        }
    }
}
