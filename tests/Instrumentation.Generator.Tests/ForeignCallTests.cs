using Instrumentation.Analyzers.Rules;
using Instrumentation.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Generator.Tests;

/// <summary>Calls that are compiled in another assembly than the method they call.</summary>
public sealed class ForeignCallTests
{
    private const string Library = GeneratorHarness.GlobalUsings + """

        [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Friend")]

        namespace Lib;

        public class Base { [Instrumented] protected int Plain() => 1; }

        public class Box<T> : Base where T : notnull
        {
            [Instrumented] public T Get<TKey>(TKey key, ref int count, T value) => value;
            [Instrumented] internal int Get(int a) => a;
            [Instrumented] public int Get(string a) => 1;
            [Instrumented] protected int Guarded() => 1;
            [Instrumented] private int Hidden() => 1;
        }

        public interface IFoo { [Instrumented] Task<int> RunAsync(string name); }

        internal sealed class Inside { [Instrumented] public static int Go() => 1; }

        public class Outer { public static class Inner { [Instrumented] public static int M() => 1; } }
        public static class Outer_Inner { [Instrumented] public static int M() => 2; }
        public static class Taken { [Instrumented] public static int M() => 1; }
        public static class TakenInstrumentation { public static int M() => 2; }
        public static class Over { [Instrumented] public static int X(string a) => 1; [Instrumented] public static int X2(int a) => 1; [Instrumented] public static int X(int a) => 1; }

        public class Twin { [Instrumented] private bool Merge(ref int count) => count++ > 0; [Instrumented] public static string Merge(Twin one, ref int count) => one.Merge(ref count).ToString(); [Instrumented] internal int Merge(string a) => 1; [Instrumented] public static int Merge(Twin one, string a) => one.Merge(a); }

        public static class Extensions { [Instrumented] public static int Twice(this int a) => a * 2; [Instrumented, NotIntercepted] public static int Left() => 1; }
        """;

    private const string App = GeneratorHarness.GlobalUsings + """

        using Lib;

        namespace App;

        public sealed class Derived : Box<string>
        {
            public int Call(IFoo foo) { int n = 0; Get(1, ref n, "x"); _ = foo.RunAsync("a"); _ = foo?.RunAsync("b"); return Get("a") + Guarded() + Plain() + 3.Twice() + Extensions.Left(); }
        }
        """;

    [Fact]
    public void PublicAndProtected_AreInterceptedThroughTheirOwnAssemblysWrappers()
    {
        var calls = Calls("App", App);
        Assert.Equal(6, calls.Split("[InterceptsLocation(").Length - 1);
        Assert.Contains("global::Lib.Box1Instrumentation.Get<T, TKey>(target, key, ref count, value)", calls, StringComparison.Ordinal);
        Assert.Contains("global::Lib.IFooInstrumentation.RunAsync(target, name)", calls, StringComparison.Ordinal);
        Assert.Contains("global::Lib.ExtensionsInstrumentation.Twice(a)", calls, StringComparison.Ordinal);
        Assert.Contains("global::Lib.BaseInstrumentation.Plain(target)", calls, StringComparison.Ordinal);
        Assert.DoesNotContain("Guarded", calls, StringComparison.Ordinal);
        Assert.DoesNotContain("Left", calls, StringComparison.Ordinal);
    }

    [Fact]
    public void Overload_IsFoundByItsParameters() =>
        Assert.Contains("Get3<T>(target, a)", Calls("App", App), StringComparison.Ordinal);

    [Theory]
    [InlineData("Lib.Outer.Inner.M()", "global::Lib.Outer_Inner_Instrumentation.M()")]
    [InlineData("Lib.Outer_Inner.M()", "global::Lib.Outer_InnerInstrumentation.M()")]
    [InlineData("Lib.Taken.M()", "global::Lib.TakenInstrumentation_.M()")]
    [InlineData("{ int n = 0; return Lib.Twin.Merge(new(), ref n); }", "global::Lib.TwinInstrumentation.Merge2(one, ref count)")]
    [InlineData("Lib.Twin.Merge(new(), \"\")", "global::Lib.TwinInstrumentation.Merge4(one, a)")]
    [InlineData("Lib.Over.X(1)", "global::Lib.OverInstrumentation.X3(a)")]
    [InlineData("Lib.Over.X2(1)", "global::Lib.OverInstrumentation.X2(a)")]
    public void NamesThatReadAlike_AreKeptApart(string call, string wrapper) =>
        Assert.Contains(wrapper, Calls("Friend", $"public static class C {{ public static object Call() {(call[0] == '{' ? call : $"=> {call};")} }}"), StringComparison.Ordinal);

    [Fact]
    public void Internal_IsInterceptedInAFriendOnly()
    {
        const string friend = GeneratorHarness.GlobalUsings + "\nnamespace App; public static class F { public static int Call() => Lib.Inside.Go() + new Lib.Box<int>().Get(1); }";
        var calls = Calls("Friend", friend);
        Assert.Contains("global::Lib.InsideInstrumentation.Go()", calls, StringComparison.Ordinal);
        Assert.Contains("Get2<T>(target, a)", calls, StringComparison.Ordinal);
    }

    [Fact]
    public void Library_WithoutTheGenerator_IsLeftAlone()
    {
        var app = GeneratorHarness.CompileAgainst(GeneratorHarness.Compile("Lib", OutputKind.DynamicallyLinkedLibrary, ("Lib.cs", Library)), "App", OutputKind.DynamicallyLinkedLibrary, ("App.cs", App));
        Assert.Empty(GeneratorHarness.Run(app, out _).GetRunResult().GeneratedTrees);
    }

    [Theory]
    [InlineData(true, new string[0])]
    [InlineData(false, new[] { "Get", "RunAsync", "RunAsync", "Get", "Plain", "Twice" })]
    public async Task CallWithoutAWrapper_IsReported(bool generated, string[] expected)
    {
        var library = (Compilation)GeneratorHarness.Compile("Lib", OutputKind.DynamicallyLinkedLibrary, ("Lib.cs", Library));
        if (generated)
        {
            GeneratorHarness.Run(library, out library);
        }

        var app = GeneratorHarness.CompileAgainst(library, "App", OutputKind.DynamicallyLinkedLibrary, ("App.cs", App));
        var diagnostics = await app.WithAnalyzers([new CallIsNotMeasuredAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        Assert.Equal(expected, diagnostics.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start).Select(diagnostic => app.SyntaxTrees[0].ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)));
    }

    private static string Calls(string assembly, string source)
    {
        GeneratorHarness.Run(GeneratorHarness.Compile("Lib", OutputKind.DynamicallyLinkedLibrary, ("Lib.cs", Library)), out var library);
        var app = GeneratorHarness.CompileAgainst(library, assembly, OutputKind.DynamicallyLinkedLibrary, ("App.cs", source));
        var files = GeneratorHarness.Run(app, out _).GetRunResult().Results.SelectMany(static result => result.GeneratedSources);
        return Assert.Single(files, static file => file.HintName.EndsWith(".Calls.g.cs", StringComparison.Ordinal)).SourceText.ToString();
    }
}
