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

namespace Instrumentation.CodeFixes;

/// <summary>Fixes INS1001 where it is mechanical: writes a lambda for a method group, and puts the generated decorator in front of an object that is made by hand.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CallIsNotMeasuredFixer)), Shared]
public sealed class CallIsNotMeasuredFixer : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.CallIsNotMeasured];

    public override FixAllProvider GetFixAllProvider() => new BatchFixes("Lambda");

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax place || model is null)
            {
                continue;
            }

            if (diagnostic.Properties.TryGetValue("Decorator", out var decorator) && decorator is not null && place is BaseObjectCreationExpressionSyntax made && Decorated(made, decorator, model, context.CancellationToken) is { } decorated)
            {
                Register(context, diagnostic, "Decorate it: what is called through the interface is measured", made, decorated, "Decorate");
            }
            else if (diagnostic.Properties.ContainsKey("MethodGroup") && place is SimpleNameSyntax name && MethodGroups.Lambda(name, model, context.CancellationToken) is var (group, lambda))
            {
                Register(context, diagnostic, "Write a lambda: its call is measured", group, lambda, "Lambda");
            }
        }
    }

    private static void Register(CodeFixContext context, Diagnostic diagnostic, string title, ExpressionSyntax old, ExpressionSyntax replacement, string key) => context.RegisterCodeFix(
        CodeAction.Create(title, cancellation => ReplaceAsync(context.Document, old, replacement, cancellation), key),
        diagnostic);

    private static async Task<Document> ReplaceAsync(Document document, ExpressionSyntax old, ExpressionSyntax replacement, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(old, replacement.WithTriviaFrom(old)));
    }

    // `new Store()` is `new InstrumentedStore(new Store(), ownsInner: true)`: who disposes the one disposed the other.
    private static ExpressionSyntax? Decorated(BaseObjectCreationExpressionSyntax made, string decorator, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetTypeInfo(made, cancellation).Type is not INamedTypeSymbol { IsGenericType: false, ContainingType: null } type)
        {
            return null;
        }

        var space = type.ContainingNamespace.IsGlobalNamespace ? string.Empty : type.ContainingNamespace.ToMinimalDisplayString(model, made.SpanStart) + ".";
        var isVisible = model.LookupNamespacesAndTypes(made.SpanStart, name: decorator).Any() || SymbolEqualityComparer.Default.Equals(model.GetEnclosingSymbol(made.SpanStart, cancellation)?.ContainingNamespace, type.ContainingNamespace)
            || model.LookupNamespacesAndTypes(made.SpanStart, name: type.Name).Contains<ISymbol>(type, SymbolEqualityComparer.Default);
        var inner = made is ImplicitObjectCreationExpressionSyntax implicitly
            ? SyntaxFactory.ObjectCreationExpression(SyntaxFactory.ParseTypeName(type.ToMinimalDisplayString(model, made.SpanStart)), implicitly.ArgumentList, implicitly.Initializer)
                .WithNewKeyword(SyntaxFactory.Token(SyntaxKind.NewKeyword).WithTrailingTrivia(SyntaxFactory.Space))
            : (ExpressionSyntax)made;
        return SyntaxFactory.ParseExpression($"new {(isVisible ? string.Empty : space)}{decorator}({inner.WithoutTrivia().ToFullString()}, ownsInner: true)");
    }
}
