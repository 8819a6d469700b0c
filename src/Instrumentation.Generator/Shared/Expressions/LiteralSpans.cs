using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.Generator.Shared;

/// <summary>Maps a place in a string's value to the place in the source where it is written.</summary>
internal static class LiteralSpans
{
    /// <summary>The source span of a part of an attribute argument's text; the whole argument where the text is not one literal.</summary>
    public static TextSpan InArgument(AttributeArgumentSyntax argument, TextSpan inner) =>
        argument.Expression is LiteralExpressionSyntax literal ? InLiteral(literal, inner) : argument.Expression.Span;

    /// <summary>The source span of a part of a literal's value; the whole literal where it cannot be told. An empty part gets the character next to it.</summary>
    public static TextSpan InLiteral(LiteralExpressionSyntax literal, TextSpan inner)
    {
        var token = literal.Token;
        var starts = token.Kind() switch
        {
            SyntaxKind.StringLiteralToken => token.Text.StartsWith("@", StringComparison.Ordinal) ? Verbatim(token.Text) : Regular(token.Text),
            SyntaxKind.SingleLineRawStringLiteralToken => RawLine(token.Text),
            SyntaxKind.MultiLineRawStringLiteralToken => RawLines(token.Text),
            _ => null,
        };

        // One start per value character, and one for the end.
        if (starts is null || starts.Count != token.ValueText.Length + 1 || inner.End >= starts.Count || token.ValueText.Length == 0)
        {
            return literal.Span;
        }

        var start = inner.Length > 0 || inner.Start < token.ValueText.Length ? inner.Start : inner.Start - 1;
        var end = inner.Length > 0 ? inner.End : start + 1;
        return TextSpan.FromBounds(token.SpanStart + starts[start], token.SpanStart + EndOf(starts, token.Text, end));
    }

    // In a raw string of several lines the next character may stand after an indentation, which is not part of the one before.
    private static int EndOf(List<int> starts, string text, int end) =>
        text.StartsWith("\"\"\"", StringComparison.Ordinal) ? starts[end - 1] + 1 : starts[end];

    private static List<int> Regular(string text)
    {
        var starts = new List<int>(text.Length);
        var i = 1;
        while (i < text.Length - 1)
        {
            starts.Add(i);
            var length = EscapeLength(text, i);
            if (length == 10 && string.CompareOrdinal(text, i + 2, "0000", 0, 4) != 0)
            {
                // \U beyond the basic plane: two characters of the value, one escape.
                starts.Add(i);
            }

            i += length;
        }

        starts.Add(i);
        return starts;
    }

    private static int EscapeLength(string text, int i)
    {
        if (text[i] != '\\')
        {
            return 1;
        }

        switch (text[i + 1])
        {
            case 'u':
                return 6;
            case 'U':
                return 10;
            case 'x':
                var length = 2;
                while (length < 6 && i + length < text.Length - 1 && Uri.IsHexDigit(text[i + length]))
                {
                    length++;
                }

                return length;
            default:
                return 2;
        }
    }

    private static List<int> Verbatim(string text)
    {
        var starts = new List<int>(text.Length);
        var i = 2;
        while (i < text.Length - 1)
        {
            starts.Add(i);
            i += text[i] == '"' ? 2 : 1;
        }

        starts.Add(i);
        return starts;
    }

    private static List<int> RawLine(string text)
    {
        var quotes = Quotes(text);
        var starts = new List<int>(text.Length);
        for (var i = quotes; i <= text.Length - quotes; i++)
        {
            starts.Add(i);
        }

        return starts;
    }

    private static List<int> RawLines(string text)
    {
        var quotes = Quotes(text);
        var lastBreak = text.LastIndexOf('\n');
        var indentation = text.Length - quotes - lastBreak - 1;
        var contentEnd = lastBreak > 0 && text[lastBreak - 1] == '\r' ? lastBreak - 1 : lastBreak;
        var starts = new List<int>(text.Length);
        var i = text.IndexOf('\n') + 1;
        while (i <= contentEnd)
        {
            // A blank line may be shorter than the indentation.
            for (var skipped = 0; skipped < indentation && i < contentEnd && text[i] is not '\r' and not '\n'; skipped++)
            {
                i++;
            }

            while (i < contentEnd && text[i] != '\n')
            {
                starts.Add(i++);
            }

            starts.Add(i++);
        }

        return starts;
    }

    private static int Quotes(string text)
    {
        var count = 0;
        while (count < text.Length && text[count] == '"')
        {
            count++;
        }

        return count;
    }
}
