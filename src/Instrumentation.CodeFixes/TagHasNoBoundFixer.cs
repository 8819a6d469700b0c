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

/// <summary>Fixes INS2001: declares a maximum, records the class of a status code, or moves the value to the span.</summary>
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
            if (diagnostic.Properties.TryGetValue("StatusCode", out var code) && code is not null)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        "Record the status class: 2xx, 4xx, 5xx",
                        cancellation => ReplaceAsync(context.Document, attribute, OfStatusClass(attribute, code), cancellation),
                        equivalenceKey: "StatusClass"),
                    diagnostic);
            }

            if (diagnostic.Properties.TryGetValue("Span", out var span) && span is not null)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        "Move it to the span: [SpanTag]",
                        cancellation => MoveToSpanAsync(context.Document, attribute, span == "missing", cancellation),
                        equivalenceKey: "SpanTag"),
                    diagnostic);
            }
        }
    }

    private static async Task<Document> ReplaceAsync(Document document, SyntaxNode old, SyntaxNode replacement, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(old, replacement));
    }

    // A method that only counts has no span yet.
    private static Task<Document> MoveToSpanAsync(Document document, AttributeSyntax attribute, bool needsSpan, CancellationToken cancellation) =>
        needsSpan && attribute.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
            ? ReplaceAsync(document, method, WithSpan(method.ReplaceNode(attribute, AsSpanTag(attribute)), attribute), cancellation)
            : ReplaceAsync(document, attribute, AsSpanTag(attribute), cancellation);

    private static MethodDeclarationSyntax WithSpan(MethodDeclarationSyntax method, AttributeSyntax tag)
    {
        // Behind the metric, which every such method has, and as it is written: on a line of its own or not.
        var list = method.AttributeLists.Last(static each => each.Target is null);
        var duration = SyntaxFactory.AttributeArgument(
            SyntaxFactory.NameEquals(SyntaxFactory.IdentifierName("Duration").WithTrailingTrivia(SyntaxFactory.Space), SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space)),
            nameColon: null,
            SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression));
        var span = SyntaxFactory.Attribute(Renamed(tag, "Instrumented").Name.WithoutTrivia(), SyntaxFactory.AttributeArgumentList(SyntaxFactory.SingletonSeparatedList(duration)));
        var indent = list.GetLeadingTrivia().LastOrDefault() is { RawKind: (int)SyntaxKind.WhitespaceTrivia } white && list.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia) ? SyntaxFactory.TriviaList(white) : SyntaxFactory.TriviaList();
        var trailing = list.GetTrailingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia)).ToList();
        var added = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(span)).WithLeadingTrivia(indent).WithTrailingTrivia(trailing.Skip(trailing.Count - 1));
        return method.WithAttributeLists(method.AttributeLists.Insert(method.AttributeLists.IndexOf(list) + 1, added));
    }

    private static AttributeSyntax WithMaximum(AttributeSyntax attribute)
    {
        return With(attribute, "MaxValues", SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(SuggestedMaximum)));
    }

    // The five classes are the set.
    private static AttributeSyntax OfStatusClass(AttributeSyntax attribute, string code)
    {
        var read = SyntaxFactory.ParseExpression(code) is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax ? code : $"({code})";
        var text = $"{read} >= 500 ? \"5xx\" : {read} >= 400 ? \"4xx\" : {read} >= 300 ? \"3xx\" : {read} >= 200 ? \"2xx\" : \"1xx\"";
        return With(attribute, "From", SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text)));
    }

    private static AttributeSyntax With(AttributeSyntax attribute, string property, ExpressionSyntax value)
    {
        if (attribute.ArgumentList?.Arguments.FirstOrDefault(argument => NameOf(argument) == property) is { } known)
        {
            return attribute.ReplaceNode(known.Expression, value.WithTriviaFrom(known.Expression));
        }

        var argument = SyntaxFactory.AttributeArgument(
            SyntaxFactory.NameEquals(
                SyntaxFactory.IdentifierName(property).WithTrailingTrivia(SyntaxFactory.Space),
                SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space)),
            nameColon: null,
            value);
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
        var renamed = Renamed(attribute, "SpanTag");

        // A span tag has no bounds to declare.
        var bounds = renamed.ArgumentList?.Arguments.Where(argument => NameOf(argument) is "MaxValues" or "Values").ToArray() ?? [];
        return bounds.Length == 0 ? renamed : renamed.RemoveNodes(bounds, SyntaxRemoveOptions.KeepNoTrivia)!;
    }

    // As it is written: with or without the name space and "Attribute".
    private static AttributeSyntax Renamed(AttributeSyntax attribute, string name)
    {
        var simple = attribute.Name.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Last();
        return attribute.ReplaceNode(simple, SyntaxFactory.IdentifierName(simple.Identifier.ValueText is "TagAttribute" ? name + "Attribute" : name).WithTriviaFrom(simple));
    }

    private static string? NameOf(AttributeArgumentSyntax argument) => argument.NameEquals?.Name.Identifier.ValueText;
}
