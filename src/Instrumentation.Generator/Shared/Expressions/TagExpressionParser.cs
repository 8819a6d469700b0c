using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.Generator.Shared;

/// <summary>Text to syntax, with limits: the text is the user's, and neither parser nor binder may run out of stack on it.</summary>
internal static class TagExpressionParser
{
    public const int MaxLength = 1000;
    public const int MaxDepth = 64;

    public static ExpressionSyntax? Parse(string text, CSharpParseOptions? options, out ExpressionError? error)
    {
        error = CheckText(text);
        if (error is not null)
        {
            return null;
        }

        ExpressionSyntax expression;
        try
        {
            expression = SyntaxFactory.ParseExpression(text, options: options, consumeFullText: true);
        }
        catch (InsufficientExecutionStackException)
        {
            // Operator chains nest without brackets; the parser stops itself before the stack ends.
            error = TooDeep(new TextSpan(0, text.Length));
            return null;
        }

        error = CheckDepth(expression) ?? CheckSyntax(expression, text);
        return error is null ? expression : null;
    }

    private static ExpressionError? CheckText(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new ExpressionError(new TextSpan(0, text.Length), "The expression is empty; write a C# expression over the parameters, 'this' and 'result'.");
        }

        if (text.Length > MaxLength)
        {
            return new ExpressionError(
                new TextSpan(MaxLength, text.Length - MaxLength),
                $"The expression is longer than {MaxLength} characters; move it into a property or method and name that.");
        }

        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
            if (depth > MaxDepth)
            {
                return TooDeep(new TextSpan(i, 1));
            }
        }

        return null;
    }

    private static ExpressionError? CheckDepth(ExpressionSyntax expression)
    {
        // A loop with its own stack: recursion is what this method is here to prevent.
        var pending = new System.Collections.Generic.Stack<(SyntaxNode Node, int Depth)>();
        pending.Push((expression, 1));
        while (pending.Count > 0)
        {
            var (node, depth) = pending.Pop();
            if (depth > 2 * MaxDepth)
            {
                return TooDeep(node.Span);
            }

            foreach (var child in node.ChildNodes())
            {
                pending.Push((child, depth + 1));
            }
        }

        return null;
    }

    private static ExpressionError? CheckSyntax(ExpressionSyntax expression, string text)
    {
        foreach (var trivia in expression.DescendantTrivia())
        {
            if (trivia.IsDirective)
            {
                return new ExpressionError(trivia.Span, "A tag expression cannot contain a preprocessor directive; leave it out.");
            }
        }

        var diagnostic = expression.GetDiagnostics()
            .Where(candidate => candidate.Severity == DiagnosticSeverity.Error)
            .OrderBy(candidate => candidate.Location.SourceSpan.Start)
            .FirstOrDefault();
        if (diagnostic is not null)
        {
            var message = diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
            // What is left over after the expression hangs on it as skipped text, and the parser points at the expression.
            var skipped = expression.DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.SkippedTokensTrivia));
            var found = skipped.RawKind != 0 && string.Equals(diagnostic.Id, "CS1073", StringComparison.Ordinal) ? skipped.Span : diagnostic.Location.SourceSpan;
            var span = found.Intersection(new TextSpan(0, text.Length)) ?? new TextSpan(text.Length, 0);
            return new ExpressionError(span, $"This is not a C# expression: {message.TrimEnd('.')}.");
        }

        // A token over several lines cannot be re-indented by whoever places the code.
        var multiline = expression.DescendantTokens().FirstOrDefault(token => token.Text.IndexOfAny(['\n', '\r']) >= 0);
        return multiline.RawKind == 0
            ? null
            : new ExpressionError(multiline.Span, "A string inside a tag expression must be on one line; write the line break as '\\n'.");
    }

    private static ExpressionError TooDeep(TextSpan span) =>
        new(span, $"The expression is nested deeper than {MaxDepth} levels; move it into a property or method and name that.");
}
