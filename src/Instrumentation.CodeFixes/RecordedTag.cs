using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.CodeFixes;

/// <summary>A tag that stands in a statement from which it can be taken out: <c>counter.Add(1, new("id", id));</c>, <c>tags.Add("id", id);</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
/// <param name="Statement">The statement.</param>
/// <param name="Rest">The statement without it; null where nothing is left.</param>
internal sealed record RecordedTag(ExpressionSyntax Name, ExpressionSyntax Value, StatementSyntax Statement, StatementSyntax? Rest)
{
    /// <summary>The line's end as the statement has it.</summary>
    public SyntaxTriviaList EndOfLine { get; } = SyntaxFactory.TriviaList(Statement.GetTrailingTrivia().FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } end ? end : SyntaxFactory.ElasticLineFeed);

    public static RecordedTag? Of(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation)
    {
        if (value.Parent is not ArgumentSyntax { Parent: ArgumentListSyntax { Arguments: { Count: 2 } pair } list } argument || pair[1] != argument)
        {
            return null;
        }

        if (list.Parent is InvocationExpressionSyntax { Parent: ExpressionStatementSyntax alone, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" } } call
            && model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol { ContainingType.Name: "TagList" })
        {
            return new RecordedTag(pair[0].Expression, value, alone, Rest: null);
        }

        return list.Parent is BaseObjectCreationExpressionSyntax { Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax { Parent: ExpressionStatementSyntax statement } recording } tags } tag }
            && tags.Arguments.IndexOf(tag) > 0
            ? new RecordedTag(pair[0].Expression, value, statement, statement.ReplaceNode(recording, recording.WithArgumentList(Without(tags, tag, model))))
            : null;
    }

    // One tag alone has two overloads that could take a `new(…)`, so it gets its type.
    private static ArgumentListSyntax Without(ArgumentListSyntax list, ArgumentSyntax tag, SemanticModel model)
    {
        var rest = list.WithArguments(list.Arguments.Remove(tag));
        if (rest.Arguments.Count != 2 || rest.Arguments[1].Expression is not ImplicitObjectCreationExpressionSyntax only)
        {
            return rest;
        }

        var value = model.GetNullableContext(list.SpanStart).AnnotationsEnabled() ? "object?" : "object";
        var pair = ShortNames.Of("System.Collections.Generic.KeyValuePair`2", model, list.SpanStart);
        var typed = SyntaxFactory.ObjectCreationExpression(SyntaxFactory.ParseTypeName($"{pair}<string, {value}>"), only.ArgumentList, only.Initializer)
            .WithNewKeyword(only.NewKeyword.WithTrailingTrivia(SyntaxFactory.Space));
        return rest.ReplaceNode(only, typed.WithTriviaFrom(only));
    }
}
