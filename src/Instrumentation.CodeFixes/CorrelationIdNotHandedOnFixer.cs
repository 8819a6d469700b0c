using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
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

/// <summary>Fixes INS3001: hands the correlation id to the call.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CorrelationIdNotHandedOnFixer)), Shared]
public sealed class CorrelationIdNotHandedOnFixer : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.CorrelationIdNotHandedOn];

    public override FixAllProvider GetFixAllProvider() => new BatchFixes(nameof(CorrelationIdNotHandedOnFixer));

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call
                || !diagnostic.Properties.TryGetValue("Id", out var id) || id is null
                || !diagnostic.Properties.TryGetValue("Parameter", out var parameter) || parameter is null
                || !diagnostic.Properties.TryGetValue("Position", out var text)
                || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var position))
            {
                continue;
            }

            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Hand on '{id}'",
                    cancellation => AddAsync(context.Document, call, id, parameter, position, cancellation),
                    equivalenceKey: nameof(CorrelationIdNotHandedOnFixer)),
                diagnostic);
        }
    }

    private static async Task<Document> AddAsync(Document document, InvocationExpressionSyntax call, string id, string parameter, int position, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(call.ArgumentList, WithId(call.ArgumentList, id, parameter, position)));
    }

    private static ArgumentListSyntax WithId(ArgumentListSyntax list, string id, string parameter, int position)
    {
        var arguments = list.Arguments;
        var value = Name(id);

        // Among positional arguments the place is known; behind a name or past a left-out one it takes its own name, at the end.
        var isPositional = position <= arguments.Count && arguments.Take(position).All(argument => argument.NameColon is null);
        var argument = isPositional
            ? SyntaxFactory.Argument(value)
            : SyntaxFactory.Argument(SyntaxFactory.NameColon(Name(parameter)).WithTrailingTrivia(SyntaxFactory.Space), default, value);
        var index = isPositional ? position : arguments.Count;
        return list.WithArguments(Insert(arguments, index, argument));
    }

    // Keeps each line break and comment where it is: the new argument takes the layout of its neighbour.
    private static SeparatedSyntaxList<ArgumentSyntax> Insert(SeparatedSyntaxList<ArgumentSyntax> arguments, int index, ArgumentSyntax argument)
    {
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        if (arguments.Count == 0)
        {
            return SyntaxFactory.SingletonSeparatedList(argument);
        }

        var nodes = arguments.ToList();
        var separators = arguments.GetSeparators().ToList();
        if (index == nodes.Count)
        {
            var last = nodes[index - 1];
            nodes[index - 1] = last.WithoutTrailingTrivia();
            nodes.Add(argument.WithTrailingTrivia(last.GetTrailingTrivia()));
            var onOwnLine = separators.Count > 0 && separators[separators.Count - 1].TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);
            if (onOwnLine)
            {
                comma = comma.WithTrailingTrivia(SyntaxFactory.TriviaList(separators[separators.Count - 1].TrailingTrivia.Last(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia))));
                nodes[index] = nodes[index].WithLeadingTrivia(last.GetLeadingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));
            }

            separators.Add(comma);
        }
        else
        {
            nodes.Insert(index, argument.WithLeadingTrivia(nodes[index].GetLeadingTrivia()));
            nodes[index + 1] = nodes[index + 1].WithoutLeadingTrivia();
            separators.Insert(index, comma);
        }

        return SyntaxFactory.SeparatedList(nodes, separators);
    }

    private static IdentifierNameSyntax Name(string name) =>
        (IdentifierNameSyntax)SyntaxFactory.ParseName(SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name);
}
