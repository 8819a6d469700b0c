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

/// <summary>Fixes INS2001 in two ways: declares a maximum, or moves the value to the span.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TagHasNoBoundFixer)), Shared]
public sealed class TagHasNoBoundFixer : CodeFixProvider
{
    private const int SuggestedMaximum = 100;

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.TagHasNoBound];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute)
            {
                continue;
            }

            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Bound it with MaxValues = {SuggestedMaximum}",
                    cancellation => ReplaceAsync(context.Document, attribute, WithMaximum(attribute), cancellation),
                    equivalenceKey: "MaxValues"),
                diagnostic);
            context.RegisterCodeFix(
                CodeAction.Create(
                    "Move it to the span: [SpanTag]",
                    cancellation => ReplaceAsync(context.Document, attribute, AsSpanTag(attribute), cancellation),
                    equivalenceKey: "SpanTag"),
                diagnostic);
        }
    }

    private static async Task<Document> ReplaceAsync(Document document, AttributeSyntax old, AttributeSyntax replacement, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(old, replacement));
    }

    private static AttributeSyntax WithMaximum(AttributeSyntax attribute)
    {
        var number = SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(SuggestedMaximum));
        if (attribute.ArgumentList?.Arguments.FirstOrDefault(argument => NameOf(argument) is "MaxValues") is { } zero)
        {
            return attribute.ReplaceNode(zero.Expression, number.WithTriviaFrom(zero.Expression));
        }

        var argument = SyntaxFactory.AttributeArgument(
            SyntaxFactory.NameEquals(
                SyntaxFactory.IdentifierName("MaxValues").WithTrailingTrivia(SyntaxFactory.Space),
                SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space)),
            nameColon: null,
            number);
        if (attribute.ArgumentList is not { Arguments.Count: > 0 } list)
        {
            var trailing = attribute.GetTrailingTrivia();
            return attribute.WithoutTrailingTrivia()
                .WithArgumentList(SyntaxFactory.AttributeArgumentList(SyntaxFactory.SingletonSeparatedList(argument)).WithTrailingTrivia(trailing));
        }

        var last = list.Arguments[list.Arguments.Count - 1];
        var arguments = list.Arguments.Replace(last, last.WithoutTrailingTrivia());
        var separators = arguments.GetSeparators().Append(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space));
        return attribute.WithArgumentList(
            list.WithArguments(SyntaxFactory.SeparatedList([.. arguments, argument.WithTrailingTrivia(last.GetTrailingTrivia())], separators)));
    }

    private static AttributeSyntax AsSpanTag(AttributeSyntax attribute)
    {
        var simple = attribute.Name.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Last();
        var name = simple.Identifier.ValueText is "TagAttribute" ? "SpanTagAttribute" : "SpanTag";
        var renamed = attribute.ReplaceNode(simple, SyntaxFactory.IdentifierName(name).WithTriviaFrom(simple));

        // A span tag has no bounds to declare.
        var bounds = renamed.ArgumentList?.Arguments.Where(argument => NameOf(argument) is "MaxValues" or "Values").ToArray() ?? [];
        return bounds.Length == 0 ? renamed : renamed.RemoveNodes(bounds, SyntaxRemoveOptions.KeepNoTrivia)!;
    }

    private static string? NameOf(AttributeArgumentSyntax argument) => argument.NameEquals?.Name.Identifier.ValueText;
}
