using System.Collections.Immutable;
using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Tests.Rules;

public sealed class CoverageSummaryAnalyzerTests
{
    private const string Store = """
        public interface IStore { int Add(int a); }
        public sealed class Store : IStore { [Instrumented] public int Add(int a) => a; public int Other(int a) => a; }

        """;

    [Fact]
    public Task AllMeasured_IsSaid() => SaysAsync(
        "2 of 2 calls of instrumented methods are measured",
        "public static class C { public static int Call(Store a, IStore b) => a.Add(1) + b.Add(2); }");

    [Fact]
    public Task WithoutParameterTags_IsSaid() => SaysAsync(
        "3 of 3 calls of instrumented methods are measured, 1 without parameter tags",
        "public partial class C { [Instrumented(\"x_seconds\")] public async partial Task M([Tag] bool a) => await Task.Yield(); static object F(C a) => (a.M(true), a.M(false), (Func<bool, Task>)a.M); }");

    [Fact]
    public Task OneCall_IsSingular() => SaysAsync(
        "1 of 1 call of instrumented methods is measured",
        "public static class C { public static int Call(Store a) => a.Add(1); }");

    [Fact]
    public Task Unmeasured_IsListedWithItsReason() => SaysAsync(
        "1 of 2 calls of instrumented methods is measured; 1 is not: File0.cs(10,98): a method group is not a call that could be replaced",
        "public static class C { static int F(Store a) => a.Add(1); static Func<int, int> G(Store a) => a.Add; }");

    [Fact]
    public Task MoreThanThree_AreCounted() => SaysAsync(
        "0 of 5 calls of instrumented methods are measured; 5 are not: File0.cs(10,57): a method group is not a call that could be replaced, "
        + "File0.cs(10,64): a method group is not a call that could be replaced, File0.cs(10,71): a method group is not a call that could be replaced, and 2 more",
        "public static class C { static object F(Store a) => G(a.Add, a.Add, a.Add, a.Add, a.Add); static object G(params Func<int, int>[] a) => a; }");

    [Fact]
    public Task LeftAlone_IsNotMeasured() => SaysAsync(
        "0 of 1 call of instrumented methods are measured; 1 is not: File0.cs(10,73): it was asked to be left alone",
        "public static class C { [NotIntercepted] static int F(Store a) => 1 + a.Add(1); }");

    [Fact]
    public async Task ProjectThatSwitchedItOff_IsSaid()
    {
        var compilation = TestCompilation.Create(RuleHarness.Usings + Store + "public static class C { static int F(Store a, IStore b) => a.Add(1) + b.Add(2); }");
        var found = Assert.Single(await RuleHarness.RunAsync(compilation, new CoverageSummaryAnalyzer(), new BuildPropertyOptions(("InstrumentationInterceptCalls", "False"))));
        Assert.EndsWith("1 is not: File0.cs(10,62): calls are left alone in this project", found.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProjectThatMeasuresNothing_HasNoSummary() => Assert.Empty(await RuleHarness.RunAsync(
        TestCompilation.Create(RuleHarness.Usings + Store + "public static class C { static int F(Store a) => a.Add(1); }"),
        new CoverageSummaryAnalyzer(),
        new BuildPropertyOptions(("InstrumentationEnabled", "false"))));

    [Fact]
    public async Task Place_IsTheFirstInstrumentedMethod()
    {
        var found = Assert.Single(await RuleHarness.RunAsync(TestCompilation.Create(RuleHarness.Usings + Store + "class C { int F(Store a) => a.Add(1); }"), new CoverageSummaryAnalyzer()));
        Assert.Equal(8, found.Location.GetLineSpan().StartLinePosition.Line);
        Assert.Equal(DiagnosticSeverity.Info, found.Severity);
    }

    [Theory]
    [InlineData("class C { int F(Store a) => a.Other(1); }")]
    [InlineData("class C { int F(IDisposable a) { a.Dispose(); return 1; } }")]
    [InlineData("class C { string F() => nameof(Store.Add); }")]
    public async Task NothingInstrumentedIsCalled_IsSilent(string source) =>
        Assert.Empty(await RuleHarness.RunAsync(TestCompilation.Create(RuleHarness.Usings + Store + source), new CoverageSummaryAnalyzer()));

    private static async Task SaysAsync(string sentence, string source)
    {
        var compilation = GeneratorReference.Run(TestCompilation.Create(RuleHarness.Usings + Store + source));
        TestCompilation.AssertCompiles(compilation);
        Assert.Equal(sentence, Assert.Single(await RuleHarness.RunAsync(compilation, new CoverageSummaryAnalyzer())).GetMessage());
    }
}
