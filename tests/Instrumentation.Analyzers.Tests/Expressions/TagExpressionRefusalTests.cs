namespace Instrumentation.Analyzers.Tests.Expressions;

public sealed class TagExpressionRefusalTests
{
    /// <summary>The brackets stand where the mistake is.</summary>
    [Theory]
    // Not there.
    [InlineData("schema.[|Fromat|]", "'NewSchema' has no member 'Fromat'; did you mean 'Format'?")]
    [InlineData("[|shcema|].Format", "The name 'shcema' does not exist here; did you mean 'schema'?")]
    [InlineData("schema.Parent?.[|Zzz|]", "'NewSchema' has no member 'Zzz'; name one that exists.")]
    [InlineData("1 + [|Undefined|].Foo", "does not exist here")]
    [InlineData("schema is { [|Foo|]: 1 }", "'NewSchema' has no member 'Foo'")]
    [InlineData("schema.Format == Format.[|Avor|]", "'Format' has no member 'Avor'; did you mean 'Avro'?")]
    [InlineData("(object)schema is [|Foo|]", "does not exist here")]
    [InlineData("([|Foo|])schema", "does not exist here")]
    [InlineData("nameof(schema.[|Foo|])", "'NewSchema' has no member 'Foo'")]
    [InlineData("nameof([|foo|])", "does not exist here")]
    // Does not fit.
    [InlineData("schema.[|Over|](1.5)", "No overload of 'Over' takes these arguments.")]
    [InlineData("[|Instance|](\"a\")", "No overload of 'Instance' takes these arguments.")]
    [InlineData("schema.[|Over|]", "'Over' is a method; call it.")]
    [InlineData("schema.Over(1).[|Length|]", "has no member 'Length'")]
    [InlineData("[|schema.Size - \"a\"|]", "The operator '-' cannot be applied to 'int' and 'string'.")]
    [InlineData("[|!schema.Size|]", "The operator '!' cannot be applied to 'int'.")]
    [InlineData("[|result.IsNew ? 1 : \"a\"|]", "no common type")]
    [InlineData("[|schema.Size|] ? 1 : 2", "'int' cannot be converted to 'bool'.")]
    [InlineData("[|(string)schema.Size|]", "'int' cannot be converted to 'string'.")]
    [InlineData("schema.Size is [|\"a\"|]", "cannot be compared")]
    [InlineData("schema.Size is [|1.5|]", "cannot be compared")]
    [InlineData("schema.Size is [|null|]", "'int' is never null")]
    [InlineData("schema.Size is [|string|] or int", "'int' is never a 'string'")]
    [InlineData("schema.Size is > [|@class|]", "A pattern compares with a constant")]
    [InlineData("[|schema[1.5]|]", "No indexer")]
    [InlineData("numbers[[|\"a\"|]]", "'string' cannot be converted to 'int'.")]
    [InlineData("[|Format.Avro + 1.5|]", "The operator '+'")]
    [InlineData("[|Math|]", "is a type, not a value")]
    [InlineData("[|null|]", "no type of its own")]
    [InlineData("[|default|]", "no type of its own")]
    [InlineData("[|schema.Nothing()|]", "returns nothing")]
    [InlineData("[|schema.Span|]", "is a ref struct")]
    [InlineData("[|schema.Loose|]", "dynamic")]
    [InlineData("schema.Loose.[|Foo|]", "dynamic")]
    [InlineData("maybe?.[|Short|]()", "cannot follow '?.'", true)]
    [InlineData("schema.[|Changed|]", "event")]
    // Out of reach.
    [InlineData("schema.[|Hidden|]", "'Hidden' is private, so generated code cannot reach it; make it internal.")]
    [InlineData("[|_count|]", "'_count' is private, so generated code cannot reach it; make it internal.")]
    [InlineData("[|Helper|](schema.Format)", "'Helper' is private")]
    [InlineData("[|Guarded|]", "'Guarded' is protected")]
    [InlineData("this.[|Guarded|]", "'Guarded' is protected")]
    [InlineData("[|Closed|].One", "'Closed' is private")]
    [InlineData("schema.[|Written|]", "'Written' is private")]
    [InlineData("schema.[|OnlySet|]", "cannot be read")]
    [InlineData("schema.[|Gone|]", "obsolete")]
    // Not allowed.
    [InlineData("[|@class = 1|]", "cannot assign")]
    [InlineData("[|@class += 1|]", "cannot assign")]
    [InlineData("[|text ??= \"\"|]", "cannot assign")]
    [InlineData("[|@class++|]", "increment")]
    [InlineData("[|--@class|]", "increment")]
    [InlineData("numbers.Any([|x => x > 1|])", "lambda")]
    [InlineData("numbers.Any([|delegate (int x) { return true; }|])", "anonymous method")]
    [InlineData("[|await Task.Delay(1)|]", "")]
    [InlineData("text ?? [|throw null|]", "cannot throw")]
    [InlineData("[|new object()|]", "cannot create an object")]
    [InlineData("[|new()|]", "cannot create an object")]
    [InlineData("[|new { A = 1 }|]", "cannot create an object")]
    [InlineData("[|new int[1]|]", "cannot create an array")]
    [InlineData("[|new[] { 1 }|]", "cannot create an array")]
    [InlineData("[|[1, 2]|]", "cannot create an array or collection")]
    [InlineData("[|stackalloc int[1]|]", "stack")]
    [InlineData("[|from x in numbers select x|]", "query")]
    [InlineData("[|schema with { Text = \"\" }|]", "with")]
    [InlineData("[|(1, 2)|]", "tuple")]
    [InlineData("int.TryParse(text, [|out var x|])", "by reference")]
    [InlineData("text is string [|x|]", "declare a variable")]
    [InlineData("text is [|var x|]", "declare a variable")]
    [InlineData("text is { Length: > 1 } [|x|]", "declare a variable")]
    [InlineData("[|base|].Inherited", "'base'")]
    [InlineData("[|\"a\"u8|]", "UTF-8")]
    [InlineData("[|sizeof(int)|]", "cannot contain this construct")]
    [InlineData("[|&@class|]", "cannot contain this construct")]
    public void Expression_WithMistake_IsRefusedAtTheInnermostPart(string marked, string sentence, bool startsOnly = false)
    {
        var start = marked.IndexOf("[|", StringComparison.Ordinal);
        var end = marked.IndexOf("|]", StringComparison.Ordinal) - 2;
        var expression = marked.Remove(start, 2).Remove(end, 2);

        var bound = BinderHarness.Bind(expression, BinderSample.Source);

        Assert.False(bound.IsBound, bound.Code);
        Assert.Contains(sentence, bound.Error, StringComparison.Ordinal);
        Assert.EndsWith(bound.Error!.EndsWith('?') ? "?" : ".", bound.Error, StringComparison.Ordinal);
        var found = expression.Substring(bound.ErrorSpan.Start, bound.ErrorSpan.Length);
        Assert.True(startsOnly || (start == bound.ErrorSpan.Start && end == bound.ErrorSpan.End), $"'{found}' {bound.ErrorSpan}: {bound.Error}");
    }
}
