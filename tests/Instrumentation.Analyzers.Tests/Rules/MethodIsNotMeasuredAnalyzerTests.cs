using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Instrumentation.Analyzers.Tests.Rules;

public sealed class MethodIsNotMeasuredAnalyzerTests
{
    private const string Ordinary = "only ordinary methods can be measured";
    private const string Unreachable = "generated code cannot call it; make it and its types internal or public";
    private const string Repeated = "a wrapper has all type parameters of the method and of the types around it, and two are called 'T'; rename one";
    private const string Conditional = "its calls depend on a symbol that generated code does not have ([Conditional])";
    private const string Enumerator = "an enumerator that is returned by itself, or a sequence without an element type, is not measured; return IEnumerable<T> or IAsyncEnumerable<T>";

    [Theory]
    [InlineData("public int P { [[|Instrumented|]] get => 1; }", "P", Ordinary)]
    [InlineData("[[|MetricCounter(\"a_total\")|]] public static C operator +(C a, C b) => a;", "op_Addition", Ordinary)]
    [InlineData("public void M() { Local(); [[|Instrumented|]] void Local() { } }", "Local", Ordinary)]
    [InlineData("public Action M() => [[|Instrumented|]] () => { };", "lambda expression", Ordinary)]
    [InlineData("[[|Instrumented|]] private T M<T>(T a) => a;", "M", Unreachable)]
    [InlineData("private enum E { } [[|Instrumented|]] private E M() => default;", "M", Unreachable)]
    [InlineData("public class G<T> { [[|MetricHistogram(\"a_seconds\")|]] private void M() { } }", "M", Unreachable)]
    [InlineData("private class Inner { [[|MetricCounter(\"a_total\")|]] public void M() { } }", "M", Unreachable)]
    [InlineData("[[|MetricSummary(\"a_seconds\")|]] private void M<T>() { }", "M", Unreachable)]
    [InlineData("[[|MetricUpDownCounter(\"open_things\")|]] private void M<T>() { }", "M", Unreachable)]
    [InlineData("[[|MetricGauge(\"depth\")|]] private void M<T>([Value] int a) { }", "M", Unreachable)]
    [InlineData("\n#pragma warning disable CS0693\npublic class Outer<T> { public class Inner<T> { [[|Instrumented|]] public void M() { } } }\n", "M", Repeated)]
    [InlineData("\n#pragma warning disable CS0693\npublic class G<T> { [[|Instrumented|]] public void M<T>(T a) { } }\n", "M", Repeated)]
    [InlineData("public interface I { void M<T>(T a); } public class G<T> : I { [[|Instrumented|]] void I.M<U>(U a) { } }", "C.I.M", Repeated)]
    [InlineData("[[|Instrumented|], System.Diagnostics.Conditional(\"DEBUG\")] public void M() { }", "M", Conditional)]
    [InlineData("public class B { [System.Diagnostics.Conditional(\"DEBUG\")] public virtual void M() { } } public class D : B { [[|Instrumented|]] public override void M() { } }", "M", Conditional)]
    [InlineData("[[|Instrumented|], System.Runtime.InteropServices.UnmanagedCallersOnly] public static void M() { }", "M", "only unmanaged code can call it")]
    [InlineData("[[|Instrumented|]] public void M(__arglist) { }", "M", "variable argument lists cannot be passed on")]
    [InlineData("public interface I { [[|Instrumented|]] static abstract void M(); }", "M", "a static interface member has no call that could be replaced")]
    [InlineData("public ref struct S { [[|Instrumented|]] public void M() { } }", "M", "a ref struct cannot be handed to a wrapper")]
    [InlineData("[[|Instrumented|]] public IEnumerator<int> M() { yield return 1; }", "M", Enumerator)]
    [InlineData("[[|Instrumented|]] public IAsyncEnumerator<int> M() => null!;", "M", Enumerator)]
    [InlineData("[[|Instrumented|]] public async void M() => await Task.Yield();", "M", "an async void method ends when nobody looks; return a Task")]
    [InlineData("[[|Instrumented|], Obsolete(\"gone\", true)] public void M() { }", "M", "it is obsolete and may not be called")]
    [InlineData("[[|Instrumented|]] internal partial void M(); internal async partial void M() => await Task.Yield();", "M", "an async void method ends when nobody looks; return a Task")]
    [InlineData("internal partial IEnumerator<int> M(); [[|Instrumented|]] internal partial IEnumerator<int> M() { yield return 1; }", "M", Enumerator)]
    public async Task RefusedMethod_IsReportedWithTheReason(string member, string name, string reason)
    {
        var diagnostic = Assert.Single(await RuleHarness.VerifyAsync<MethodIsNotMeasuredAnalyzer>($"public partial class C {{ {member} }}"));

        Assert.Equal($"'{name}' is not measured: {reason}", diagnostic.GetMessage());
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
    }

    [Fact]
    public async Task PartialWithoutBody_IsReported()
    {
        // Another generator would write the body; without one the sample does not compile, so the harness's check is passed by.
        var source = RuleHarness.Usings + "public partial class C { [Instrumented] internal partial int M(); }";
        var diagnostic = Assert.Single(await RuleHarness.RunAsync(TestCompilation.Create(source), new MethodIsNotMeasuredAnalyzer()));

        Assert.Equal("'M' is not measured: it has no body; write the body as 'private int MCore' with the same parameters, and this method is measured wherever it is called", diagnostic.GetMessage());
    }

    [Fact]
    public async Task BodyOfAnotherGenerator_IsReported()
    {
        var source = RuleHarness.Usings + "public partial class C { [Instrumented] internal partial int M(); }";
        var body = CSharpSyntaxTree.ParseText("public partial class C { internal partial int M() => 1; }", path: "Other/M.g.cs");
        var diagnostic = Assert.Single(await RuleHarness.RunAsync(TestCompilation.Create(source).AddSyntaxTrees(body), new MethodIsNotMeasuredAnalyzer()));

        Assert.Equal("'M' is not measured: a partial method without a body belongs to another generator", diagnostic.GetMessage());
    }

    [Theory]
    [InlineData("[[|Instrumented|]] internal async partial Task M([System.Runtime.CompilerServices.CallerLineNumber] int line = 0) => await Task.Yield();", "caller information cannot stand on the half with the body; write the body in 'MCore' and leave this one without")]
    [InlineData("[[|Instrumented|]] internal async partial IAsyncEnumerable<int> M() { await Task.Yield(); yield return 1; }", "an async iterator has no builder that could be replaced; write its body in 'MCore' and leave this one without, or leave 'partial' out")]
    [InlineData("[[|Instrumented|], System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(System.Runtime.CompilerServices.AsyncTaskMethodBuilder))] internal async partial Task M() => await Task.Yield();", "it has a builder of its own, and a method has one; name it in [Instrumented(Builder = typeof(…))] instead, and ours holds it")]
    [InlineData("[[|Instrumented|]] [Tag(\"none\", From = \"result == null\")] internal async partial Task<T> M<T>(T a) { await Task.Yield(); return a; }", "generated code cannot name the type of its result, which its tags read; write the body in 'MCore' and leave this one without")]
    [InlineData("[[|Instrumented|]] internal async partial void M() => await Task.Yield();", "the compiler takes no builder for an async void method; write the body as 'private async Task MCore' and leave this one without and not async")]
    [InlineData("[[|Instrumented|]] internal partial void M(); private async void MCore() => await Task.Yield();", "an async void method ends when nobody looks; let 'MCore' return a Task, which this method then awaits")]
    [InlineData("private sealed class P { } [[|Instrumented|]] private partial P M(); private P MCore() => new();", "generated code cannot name its types; make them internal or public")]
    [InlineData("[[|Instrumented|]] internal partial int M(int a); internal int MCore(long a) => 1;", "it has no body; write the body as 'private int MCore' with the same parameters, and this method is measured wherever it is called")]
    [InlineData("[[|Instrumented|]] internal static partial void M(); internal void MCore() { }", "it has no body; write the body as 'private static void MCore' with the same parameters, and this method is measured wherever it is called")]
    public async Task Half_ThatIsNotWritten_IsReportedWithTheReason(string members, string reason)
    {
        var source = MarkedSource.Parse(RuleHarness.Usings + $"public partial class C {{ {members} }}");
        var diagnostic = Assert.Single(await RuleHarness.RunAsync(TestCompilation.Create(source.Text), new MethodIsNotMeasuredAnalyzer()));
        Assert.Equal($"'M' is not measured: {reason}", diagnostic.GetMessage());
        Assert.Equal(source.Marks.Single().Span, diagnostic.Location.SourceSpan);
    }

    [Theory]
    [InlineData("[Instrumented] public async partial Task M(int a = 1) => await Task.Yield();")]
    [InlineData("[Instrumented] private partial void M(); private async Task MCore() => await Task.Yield();")]
    [InlineData("[Instrumented] [Tag(\"big\", From = \"result > 3\")] private async partial ValueTask<int> M<T>(T a) { await Task.Yield(); return 1; }")]
    [InlineData("[Instrumented] public partial int M(ref int a); private int MCore(ref int a) => a;")]
    [InlineData("[Instrumented] private partial T M<T>(in T a); private T MCore<T>(in T b) => b;")]
    [InlineData("[MetricCounter(\"a_total\")] public partial void M(); private void MCore() { }")]
    [InlineData("private sealed class P { } [Instrumented] private async partial Task<P> M() { await Task.Yield(); return new(); }")]
    public async Task Half_ThatIsWritten_IsSilent(string members) => Assert.Empty(await RuleHarness.RunAsync(
        TestCompilation.Create(RuleHarness.Usings + $"public partial class C {{ {members} }}"), new MethodIsNotMeasuredAnalyzer()));

    [Fact]
    public async Task HandCalledInstrument_IsSilent() => Assert.Empty(await RuleHarness.RunAsync(
        TestCompilation.Create(RuleHarness.Usings + "public partial class C { [MetricCounter(\"a_total\")] internal partial void M(); }"), new MethodIsNotMeasuredAnalyzer()));

    [Fact]
    public Task FileLocalType_IsReported() => RuleHarness.VerifyAsync<MethodIsNotMeasuredAnalyzer>("file class F { [[|Instrumented|]] public void M() { } }");

    [Fact]
    public Task SeveralAttributes_AreEachReported() =>
        RuleHarness.VerifyAsync<MethodIsNotMeasuredAnalyzer>("class C { [[|Instrumented|], [|MetricCounter(\"a_total\")|]] private void M<T>() { } }");

    [Fact]
    public async Task InstrumentedType_ReportsTheCoveredMethodsThatAreRefused()
    {
        var diagnostics = await RuleHarness.RunAsync(
            TestCompilation.Create(RuleHarness.Usings + """
                [Instrumented]
                public class C
                {
                    public IEnumerator<int> A() { yield return 1; }
                    public async void B() => await Task.Yield();
                    public void Measured() { }
                    [NotInstrumented] public async void Meant() => await Task.Yield();
                    private IEnumerator<int> Private() { yield return 1; }
                    [MetricCounter("own_total")] public IAsyncEnumerator<int> Own() => null!;
                }
                """),
            new MethodIsNotMeasuredAnalyzer());

        Assert.Equal(["A", "B", "Own"], diagnostics.Select(diagnostic => diagnostic.GetMessage().Split('\'')[1]).Order(StringComparer.Ordinal));
        Assert.Equal([true, true, false], diagnostics.Select(diagnostic => diagnostic.Location.SourceSpan.Length == "Instrumented".Length));
    }

    [Theory]
    [InlineData("[Instrumented] public void M() { }")]
    [InlineData("[Instrumented] internal static Task<int> M() => Task.FromResult(1);")]
    [InlineData("[Instrumented] protected internal void M() { }")]
    [InlineData("[Instrumented] public IEnumerable<int> M() => [1];")]
    [InlineData("[Instrumented] public IEnumerable<int> M() { IEnumerable<int> Inner() { yield return 1; } return Inner(); }")]
    [InlineData("[Instrumented] public async Task M() => await Task.Yield();")]
    [InlineData("[Instrumented] public ref int M(ref int a, params ReadOnlySpan<int> b) => ref a;")]
    [InlineData("[Instrumented, NotInstrumented] private void M<T>() { }")]
    [InlineData("[Instrumented] public IEnumerable<int> M() { yield return 1; }")]
    [InlineData("[Instrumented] public async IAsyncEnumerable<int> M() { await Task.Yield(); yield return 1; }")]
    [InlineData("[Instrumented] private void M() { }")]
    [InlineData("[Instrumented] protected static int M() => 1;")]
    [InlineData("[Tag(\"t\", Value = \"x\")] private void M<T>() { }")]
    [InlineData("private void M<T>([SpanTag] int a) { }")]
    [InlineData("[Obsolete] private void M<T>() { }")]
    [InlineData("public partial void M(); [Instrumented] public partial void M() { }")]
    [InlineData("public interface I { [Instrumented] void M(); }")]
    [InlineData("public interface I { void M(); } private sealed class X : I { [Instrumented] void I.M() { } }")]
    [InlineData("public struct S { [Instrumented] public readonly void M() { } }")]
    [InlineData("public class Inner<T> { [Instrumented] public T M<TKey>(T a) => a; }")]
    public Task MeasuredOrNotAsked_IsSilent(string member) => RuleHarness.VerifyAsync<MethodIsNotMeasuredAnalyzer>($"public partial class C {{ {member} }}");

    [Theory]
    [InlineData("private void M() { }")]
    [InlineData("public C() { }")]
    [InlineData("public int P { get; set; }")]
    [InlineData("public static C operator +(C a, C b) => a;")]
    [InlineData("public void Dispose() { }")]
    [InlineData("public override string ToString() => \"\";")]
    [InlineData("public event Action? E;")]
    [InlineData("private async void M() => await Task.Yield();")]
    public Task InstrumentedType_WhatItDoesNotCover_IsSilent(string member) =>
        RuleHarness.VerifyAsync<MethodIsNotMeasuredAnalyzer>($"#pragma warning disable CS0067\n[Instrumented] public class C {{ {member} }}");

    [Fact]
    public Task AssemblyAttribute_IsSilent() => RuleHarness.VerifyAsync<MethodIsNotMeasuredAnalyzer>(
        "[assembly: Instrumented] public class C { public async void M() => await Task.Yield(); }");

    [Fact]
    public Task ForeignAttributeOfTheSameName_IsSilent() => RuleHarness.VerifyAsync<MethodIsNotMeasuredAnalyzer>(
        "namespace Mine { class InstrumentedAttribute : Attribute { } class C { [Mine.Instrumented] private void M<T>() { } } }");

    [Fact]
    public async Task Pragma_Suppresses() => Assert.Empty(await RuleHarness.RunAsync(
        TestCompilation.Create(RuleHarness.Usings + "#pragma warning disable INS0002\nclass C { [Instrumented] private void M<T>() { } }"), new MethodIsNotMeasuredAnalyzer()));
}
