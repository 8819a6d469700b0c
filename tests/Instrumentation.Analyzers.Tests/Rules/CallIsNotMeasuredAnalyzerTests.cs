using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Tests.Rules;

public sealed class CallIsNotMeasuredAnalyzerTests
{
    private static string Program(string member) => $$"""
        using System.Linq.Expressions;
        public interface IStore { int Add(int a); }
        public interface IShape { [Instrumented] int Area(); [Instrumented] static abstract int Sides(); }
        public class Base { [Instrumented] public virtual int Run() => 1; public virtual int Plain() => 1; }
        public sealed class Store : IStore { [Instrumented] public int Add(int a) => a; public int Other(int a) => a; }
        public sealed class Bag : List<int> { [Instrumented] public new void Add(int a) { } }
        public static class Extensions { [Instrumented] public static int Twice<T>(this T a) => 2; }
        public sealed class Sample : Base
        {
            private readonly Store _store = new();
            public event Func<int, int>? Changed;
            [Instrumented] public static int M(int a) => a;
            [Instrumented, NotIntercepted] public static int Left(int a) => a;
            [Instrumented] public void Handle(object? sender, EventArgs e) { }
            [Instrumented] public async void Forget() { await Task.Yield(); }
            [Instrumented] public static int Over(int a) => 1;
            [Instrumented] public static int Over(string a) => 1;
            [Instrumented] public static int Half(int a) => 1;
            public static int Half(string a) => 1;
            {{member}}
            public void Raise() => Changed?.Invoke(1);
        }
        """;

    [Theory]
    [InlineData("public override int Run() => base.[|Run|]();")]
    [InlineData("[Instrumented] public int Call() => base.[|Run|]();")]
    [InlineData("public int Call<T>(T a) where T : IShape => a.[|Area|]();")]
    [InlineData("public object Call() { Expression<Func<int>> e = () => [|M|](1); return e; }")]
    [InlineData("public object Call(IQueryable<int> q) => from i in q select _store.[|Add|](i);")]
    [InlineData("public object Call() => (Func<int, int>)[|M|];")]
    [InlineData("public object Call() => new Func<int, int>(_store.[|Add|]);")]
    [InlineData("public object Call(int[] items) => items.Select([|M|]);")]
    [InlineData("public void Call() => Changed += [|M|];")]
    [InlineData("public Func<int, int> Call() => [|M|];")]
    [InlineData("public Func<int> Call() => \"x\".[|Twice|];")]
    [InlineData("public unsafe void Call() { delegate*<int, int> f = &[|M|]; }")]
    [InlineData("public EventHandler Call() => [|Handle|];")]
    [InlineData("public int Call() => [|(this._store.Add)(1)|];")]
    [InlineData("public int Call(dynamic a) => [|Over|](a);")]
    [InlineData("public int Call(dynamic a) => [|M|](a);")]
    [InlineData("public int Call(dynamic a) => Sample.[|M|](a);")]
    [InlineData("public object Call() => new Bag { [|1|], [|2|] };")]
    [InlineData("public object Call() { Func<Func<int, int>> f = () => [|M|]; return f; }")]
    public Task CallThatNothingCanMeasure_IsReported(string member) => RuleHarness.VerifyAsync<CallIsNotMeasuredAnalyzer>(Program(member));

    [Theory]
    [InlineData("public int Call() => M(1) + _store.Add(2) + Run();")]
    [InlineData("public int? Call(Store? store) => store?.Add(1);")]
    [InlineData("public object Call(int[] items) => items.Select(i => M(i));")]
    [InlineData("public int Call(IStore store) => store.Add(1);")]
    [InlineData("public Func<int, int> Call(IStore store) => store.Add;")]
    [InlineData("public int Call(IShape shape) => shape.Area();")]
    [InlineData("public int Call<T>(T a) => a.Twice();")]
    [InlineData("public int Call() => Extensions.Twice(3) + 3.Twice();")]
    [InlineData("public override int Plain() => base.Plain();")]
    [InlineData("[Instrumented] public override int Run() { Func<int> f = () => base.Run(); return f(); }")]
    [InlineData("public object Call(int[] items) => items.Select(_store.Other);")]
    [InlineData("public string Call() => nameof(M) + nameof(Store.Add) + nameof(_store.Add);")]
    [InlineData("[System.ComponentModel.Description(nameof(M))] public int Call() => 1;")]
    [InlineData("/// <summary>See <see cref=\"M\"/>.</summary>\npublic int Call() => 1;")]
    [InlineData("public void Call() => Changed -= M;")]
    [InlineData("public bool Call(Func<int, int> f) => f == M;")]
    [InlineData("public int Call(dynamic a) => a.Add(1);")]
    [InlineData("public int Call(dynamic a) => Half(a);")]
    [InlineData("public object Call() => new List<int> { 1, 2 };")]
    [InlineData("[NotIntercepted] public object Call() => (Func<int, int>)M;")]
    [InlineData("public object Call() => (Func<int, int>)Left;")]
    [InlineData("public object Call() => (Func<int, int>)M; // instrumentation: off")]
    [InlineData("public object Call() { Expression<Func<int, int>> e = a => a + 1; return e; }")]
    public Task CallThatIsMeasuredOrWasLeftAlone_IsNotReported(string member) => RuleHarness.VerifyAsync<CallIsNotMeasuredAnalyzer>(Program(member));

    /// <summary>INS0002 speaks where it is declared; at each call it would be said again.</summary>
    [Theory]
    [InlineData("public void Call() => Forget();")]
    [InlineData("public Action Call() => Forget;")]
    [InlineData("public int Call<T>(T a) where T : IShape => T.Sides();")]
    public Task MethodThatNoCallCouldMeasure_IsNotReported(string member) => RuleHarness.VerifyAsync<CallIsNotMeasuredAnalyzer>(Program(member));

    [Fact]
    public async Task GeneratedCode_IsNotReported() => Assert.Empty(await RuleHarness.RunAsync(
        TestCompilation.Create(RuleHarness.Usings + Program(""), "// <auto-generated/>\npublic static class G { public static System.Func<int, int> F => Sample.M; }"),
        new CallIsNotMeasuredAnalyzer()));

    [Fact]
    public Task AssemblyThatAskedForIt_IsNotReported() =>
        RuleHarness.VerifyAsync<CallIsNotMeasuredAnalyzer>(Program("public Func<int, int> Call() => M;").Replace("public interface IStore", "[assembly: NotIntercepted]\npublic interface IStore", StringComparison.Ordinal));

    [Theory]
    [InlineData("InstrumentationInterceptCalls")]
    [InlineData("InstrumentationEnabled")]
    public async Task ProjectThatSwitchedItOff_IsNotReported(string property) => Assert.Empty(await RuleHarness.RunAsync(
        TestCompilation.Create(RuleHarness.Usings + Program("public Func<int, int> Call() => M;")),
        new CallIsNotMeasuredAnalyzer(),
        new BuildPropertyOptions((property, "false"))));

    [Fact]
    public async Task Pragma_TurnsItOff() => Assert.Empty(await RuleHarness.VerifyAsync<CallIsNotMeasuredAnalyzer>(
        Program("\n#pragma warning disable INS1001\npublic Func<int, int> Call() => M;\n#pragma warning restore INS1001\n")));

    [Fact]
    public async Task Message_NamesMethodReasonAndWayOut()
    {
        var diagnostic = Assert.Single(await RuleHarness.VerifyAsync<CallIsNotMeasuredAnalyzer>(Program("public Func<int, int> Call() => [|M|];")));
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
        Assert.Equal("This call of 'M' is not measured: a method group is not a call that could be replaced; write a lambda that calls it", diagnostic.GetMessage());
    }
}
