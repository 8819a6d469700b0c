namespace Instrumentation.Analyzers.Tests.Expressions;

/// <summary>Where an attribute can stand, and what is in scope there.</summary>
public sealed class TagExpressionPlacesTests
{
    private const string Usings = "#nullable enable\nusing System; using System.Collections.Generic; using System.Threading.Tasks; using Instrumentation;\n";

    [Theory]
    [InlineData("interface I { [Tag(\"t\", Value = \"v\")] Task<int> M(string text); }", "text.Length + result", "text.Length + result")]
    [InlineData("abstract class C { [Tag(\"t\", Value = \"v\")] public abstract ValueTask<int> M(string text); }", "result", "result")]
    [InlineData("class C { [Tag(\"t\", Value = \"v\")] public static string M(int x) => \"\"; }", "result.Length + x", "result.Length + x")]
    [InlineData("class C { public int M([Tag(\"t\", Value = \"v\")] string x) => 1; }", "x.Length", "x.Length")]
    [InlineData("class C { [return: Tag(\"t\", Value = \"v\")] public int M(string x) => 1; }", "result + x", "result + x")]
    [InlineData("[Tag(\"t\", Value = \"v\")] class C { internal int Member; public void M(string x) { } }", "Member + x", "target.Member + x")]
    [InlineData("[Tag(\"t\", Value = \"v\")] partial class C; partial class C { internal int Member; public void M(string x) { } }", "this.Member + x", "target.Member + x")]
    [InlineData("struct S { internal int Member; [Tag(\"t\", Value = \"v\")] public void M(string x) { } }", "Member", "target.Member")]
    [InlineData("record R(int Member) { [Tag(\"t\", Value = \"v\")] public void M(string x) { } }", "Member", "target.Member")]
    [InlineData("class C<TItem> where TItem : Exception { [Tag(\"t\", Value = \"v\")] public void M<T>(T item, TItem other) where T : Exception => throw item; }", "item.Message", "item.Message")]
    [InlineData("class C { [Tag(\"t\", Value = \"v\")] public void M<T>(T item) where T : Exception => throw item; }", "typeof(T).Name + default(T)", "typeof(T).Name + default(T)")]
    [InlineData("class C { [Tag(\"t\", Value = \"v\")] public int M(int result, string target) => 1; internal int Member; }", "result + Member", "result + target_.Member")]
    [InlineData("class C { [Tag(\"t\", Value = \"v\")] public int M(int @event, in int from, ref int when) => 1; }", "@event + from + when", "@event + @from + @when")]
    [InlineData("enum Kind { A, B } class C { [Tag(\"t\", Value = \"v\")] public int M(Kind Kind) => 1; }", "Kind == Kind.A", "@Kind == global::Kind.A", false)]
    [InlineData("class C { [Tag(\"t\", Value = \"v\")] public Task<string?> M() => throw new Exception(); }", "result?.Length", "result?.Length")]
    [InlineData("class C { [Tag(\"t\", Value = \"v\")] public int[,] M(int[][,] x) => null!; }", "result[0, 0] + x[0][1, 2]", "result[0, 0] + x[0][1, 2]")]
    [InlineData("class C { [Tag(\"t\", Value = \"v\")] public (int A, string B) M((int Left, int Right) pair) => default; }", "result.A + pair.Right", "result.A + pair.Right")]
    [InlineData("namespace System.Metrics { class Math { internal const int X = 1; } class C { [Tag(\"t\", Value = \"v\")] public void M() { } } }", "Math.X + global::System.Math.Max(1, 2)", "global::System.Metrics.Math.X + global::System.Math.Max(1, 2)")]
    [InlineData("class @class { internal static int @int; internal class @in { internal static int X; } } class C { [Tag(\"t\", Value = \"v\")] public void M() { } }", "@class.@int + @class.@in.X", "global::@class.@int + global::@class.@in.X")]
    [InlineData("class C { [Tag(\"t\", Value = \"v\")] public int M(int größe, string 名前) => 1; }", "größe + 名前.Length", "größe + 名前.Length")]
    public void Place_WithItsNames_Binds(string source, string expression, string code, bool exact = true)
    {
        var bound = BinderHarness.BindAndCompile(expression, Usings + source);

        Assert.Equal(code, exact ? bound.Code : "@" + bound.Code);
    }

    [Theory]
    [InlineData("class C { [Tag(\"t\", Value = \"v\")] public void M() { } }", "result", "returns nothing")]
    [InlineData("class C { [Tag(\"t\", Value = \"v\")] public Task M() => null!; }", "result", "returns nothing")]
    [InlineData("class C { [Tag(\"t\", Value = \"v\")] public ValueTask M() => default; }", "result.X", "returns nothing")]
    [InlineData("class C { [Tag(\"t\", Value = \"v\")] public void M(out int x) => x = 1; }", "x", "'out' and has no value")]
    [InlineData("class C { [Tag(\"t\", Value = \"v\")] public void M(Span<int> x) { } }", "x.Length", "ref struct")]
    [InlineData("class C { [Tag(\"t\", Value = \"v\")] public Span<int> M() => default; }", "result.Length", "ref struct")]
    [InlineData("unsafe class C { [Tag(\"t\", Value = \"v\")] public void M(int* x) { } }", "x", "pointer")]
    [InlineData("class C { [Tag(\"t\", Value = \"v\")] public static void M() { } }", "this", "static")]
    [InlineData("class C { int F; [Tag(\"t\", Value = \"v\")] public static void M() { } }", "F", "static")]
    [InlineData("class C { internal int F() => 1; [Tag(\"t\", Value = \"v\")] public static void M() { } }", "F()", "static")]
    [InlineData("class C(int size) { [Tag(\"t\", Value = \"v\")] public int M() => size; }", "size", "primary constructor")]
    [InlineData("file class F { public static int X; } class C { [Tag(\"t\", Value = \"v\")] public int M() => 1; }", "F.X", "file-local")]
    [InlineData("class C { private class P { public int X; } [Tag(\"t\", Value = \"v\")] private int M(P p) => 1; }", "p.X", "'P' is private")]
    public void Name_WithoutValueHere_IsRefused(string source, string expression, string sentence)
    {
        var bound = BinderHarness.Bind(expression, Usings + source);

        Assert.Contains(sentence, bound.Error, StringComparison.Ordinal);
    }
}
