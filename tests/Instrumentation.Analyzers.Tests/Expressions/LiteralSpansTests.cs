using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.Analyzers.Tests.Expressions;

public sealed class LiteralSpansTests
{
    /// <summary>Each character of the value maps to the source text given, in order, separated by spaces.</summary>
    [Theory]
    [InlineData("\"abc\"", "a|b|c")]
    [InlineData("\"a\\\"b\"", "a|\\\"|b")]
    [InlineData("\"\\u0041\\x42c\\n\"", "\\u0041|\\x42c|\\n")]
    [InlineData("\"\\x42g\\e\"", "\\x42|g|\\e")]
    [InlineData("\"\\U00000041z\"", "\\U00000041|z")]
    [InlineData("@\"a\"\"b\\\"", "a|\"\"|b|\\")]
    [InlineData("\"\"\"a\"b\"\"\"", "a|\"|b")]
    [InlineData("\"\"\"\"a\"\"\"b\"\"\"\"", "a|\"|\"|\"|b")]
    [InlineData("\"\"\"\n  a\n   b\n  \"\"\"", "a|\n| |b")]
    [InlineData("\"\"\"\r\n  a\r\n\r\n  b\r\n  \"\"\"", "a|\r|\n|\r|\n|b")]
    public void EachCharacter_MapsToItsSource(string literal, string pieces)
    {
        var syntax = (LiteralExpressionSyntax)SyntaxFactory.ParseExpression(literal);
        var value = syntax.Token.ValueText;

        var found = Enumerable.Range(0, value.Length).Select(i => LiteralSpans.InLiteral(syntax, new TextSpan(i, 1))).Select(span => literal.Substring(span.Start, span.Length));

        Assert.Equal(pieces, string.Join('|', found));
    }

    [Theory]
    [InlineData("\"\"", 0, 0)]
    [InlineData("\"ab\"", 0, 5)]
    [InlineData("\"\\U0001F600\"", 5, 1)]
    public void PlaceOutsideOfTheValue_IsTheWholeLiteral(string literal, int start, int length)
    {
        var syntax = (LiteralExpressionSyntax)SyntaxFactory.ParseExpression(literal);

        Assert.Equal(syntax.Span, LiteralSpans.InLiteral(syntax, new TextSpan(start, length)));
    }

    [Fact]
    public void EmptyPlaceAtTheEnd_IsTheLastCharacter()
    {
        var syntax = (LiteralExpressionSyntax)SyntaxFactory.ParseExpression("\"a.\"");

        Assert.Equal(new TextSpan(2, 1), LiteralSpans.InLiteral(syntax, new TextSpan(2, 0)));
    }
}
