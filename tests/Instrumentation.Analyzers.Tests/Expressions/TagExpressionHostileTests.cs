namespace Instrumentation.Analyzers.Tests.Expressions;

public sealed class TagExpressionHostileTests
{
    public static TheoryData<string> Texts =>
    [
        "", " ", "\t\n", "(", ")", "((1)", "1)", "\"", "'", "$\"{", "a b", "1 2", "schema.", ".Format", "schema..Format", "//", "/*", "schema // why", "#if X\n1\n#endif",
        "schema;", "{ }", "return 1", "\0", "\uD800", "😀", "schema.Format😀", "@", "@@", "$", "?.", "??", "=>", "<>", "[]", "{0}", "\\u0041", "schema?.", "schema[", "schema[]",
        "new string('a', 1", "\"\"\"\n raw\n \"\"\"", "@\"a\nb\"", "global::", "global::Sample", "Sample", "System.", "x is", "x switch", "x switch { }", "schema switch { _ => }",
        "class", "int", "void", "var", "nameof()", "nameof(1)", "nameof(schema, schema)", "typeof()", "default(", "checked(1)", "unchecked(1 + 1)", "1 is 2 is 3", "__arglist", "__makeref(x)",
        "0x", "1e999", "99999999999999999999", "'ab'", "1 / 0", "1m % 0m", "1.0 / 0", "int.MaxValue + 1", "(byte)300", "schema.Size / 0", "result result", "this this", "from", "await", "async", "schema!!", "schema!.Format!", "~", "^", "..", "ref schema",
        new string('(', 1000), new string(')', 1000), new string('(', 500) + "1" + new string(')', 499), new string('!', 1000), new string('-', 999) + "1", new string('[', 1000),
        string.Concat(Enumerable.Repeat("schema?.Parent?.", 60)) + "Size", string.Concat(Enumerable.Repeat("text ?? ", 120)) + "text", string.Concat(Enumerable.Repeat("(int)", 190)) + "1",
        string.Join("+", Enumerable.Repeat("1", 500)), string.Join(".", Enumerable.Repeat("a", 500)), new string('x', 10_000), new string('{', 900), "a" + new string('<', 900),
        string.Concat(Enumerable.Repeat("$\"{", 60)), string.Concat(Enumerable.Repeat("x is { A: ", 60)), string.Concat(Enumerable.Repeat("true ? ", 140)) + "1",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void AnyText_IsBoundOrRefusedWithASpanInside_NeverThrows(string text)
    {
        var bound = BinderHarness.Bind(text, BinderSample.Source);

        if (bound.IsBound)
        {
            BinderHarness.BindAndCompile(text, BinderSample.Source);
            return;
        }

        Assert.NotEqual("", bound.Error);
        Assert.InRange(bound.ErrorSpan.Start, 0, text.Length);
        Assert.InRange(bound.ErrorSpan.End, 0, text.Length);
        Assert.DoesNotContain('\n', bound.Error!);
    }

    [Fact]
    public void DeepParentheses_OnASmallStack_AreRefusedWithAReason()
    {
        var error = default(string);
        var thread = new Thread(() => error = BinderHarness.Bind(new string('(', 499) + "1" + new string(')', 499), BinderSample.Source).Error, maxStackSize: 512 * 1024);
        thread.Start();
        thread.Join();

        Assert.Contains("nested deeper", error, StringComparison.Ordinal);
    }

    [Fact]
    public void TenKilobytes_AreRefusedWithAReason() =>
        Assert.Contains("longer than 1000 characters", BinderHarness.Bind(new string('x', 10_000), BinderSample.Source).Error, StringComparison.Ordinal);

    [Fact]
    public void UnclosedParenthesis_IsReportedWhereItEnds() =>
        Assert.Equal(14, BinderHarness.Bind("(schema.Format", BinderSample.Source).ErrorSpan.End);
}
