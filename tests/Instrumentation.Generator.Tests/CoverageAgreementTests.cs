using Instrumentation.Analyzers.Rules;
using Instrumentation.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Generator.Tests;

/// <summary>
/// Generator and rule agree: every use of an instrumented method is either replaced in the generated text or reported, by INS0002 once where the method itself is refused. In these sources all
/// instrumented methods are called <c>Measured…</c> and nothing else is, so that the tests count without asking the code under test.
/// </summary>
public sealed class CoverageAgreementTests
{
    private const string Declarations = GeneratorHarness.GlobalUsings + """

        using System.Linq.Expressions;

        public interface IStore { int MeasuredAdd(int a); }
        public interface IShape { [Instrumented] int MeasuredArea(); [Instrumented] static abstract int MeasuredSides(); }
        public class Base { [Instrumented] public virtual int MeasuredRun() => 1; }
        public sealed class Store : IStore { [Instrumented] public int MeasuredAdd(int a) => a; }
        public sealed class Hidden : IStore { [Instrumented] int IStore.MeasuredAdd(int a) => a; }
        public ref struct Narrow { [Instrumented] public int MeasuredIn() => 1; }
        public class Box<T> { [Instrumented] public T MeasuredGet<TKey>(T a, TKey b) => a; }
        public static class Extensions { [Instrumented] public static int MeasuredTwice<T>(this T a) => 2; }
        public static partial class Halves { [Instrumented] public static partial int MeasuredHalf(int a); public static partial int MeasuredHalf(int a) => a; }
        internal static partial class Instruments { [MetricCounter("by_hand_total")] public static partial void MeasuredByHand([Value] int a); }
        public class Up { [MetricUpDownCounter("open_things")] public int MeasuredDown(int a) => a; }
        public static class Over { [Instrumented] public static int MeasuredX(string a) => 1; [Instrumented] public static int MeasuredX2(int a) => 1; [Instrumented] public static int MeasuredX(int a) => 1; }
        public class Sample : Base
        {
            protected readonly Store _store = new();
            public event Func<int, int>? Changed;
            [Instrumented] public static int MeasuredM(int a) => a;
            [Instrumented] public static int MeasuredM(string a) => 1;
            [Instrumented, NotIntercepted] public static int MeasuredLeft(int a) => a;
            [Instrumented] private int MeasuredPrivate() => 1;
            [Instrumented] private T MeasuredGeneric<T>(T a) => a;
            [Instrumented] public async void MeasuredForget() { await Task.Yield(); }
            [Instrumented] public IEnumerator<int> MeasuredEnumerator() { yield return 1; }
            public void Raise() => Changed?.Invoke(MeasuredPrivate() + MeasuredGeneric(1));
        }

        """;

    /// <summary>Bodies, with how many uses are replaced, reported and neither: decorated, asked for, said at the declaration, or no call.</summary>
    public static TheoryData<string, int, int, int> Cases => new()
    {
        { "public int F(Sample a) => MeasuredM(1) + MeasuredM(\"\") + a.MeasuredRun() + this.MeasuredRun() + _store.MeasuredAdd(1);", 5, 0, 0 },
        { "public int? F(Store? a, Sample b) => a?.MeasuredAdd(1) + b?.MeasuredRun();", 2, 0, 0 },
        { "public int F() => new Box<string>().MeasuredGet(\"\", 1).Length + 3.MeasuredTwice() + Extensions.MeasuredTwice(\"\");", 3, 0, 0 },
        { "public int F<T>(T a) => a.MeasuredTwice();", 1, 0, 0 },
        { "public int F(IShape a) => a.MeasuredArea();", 1, 0, 0 },
        { "public int F() { Func<int> f = () => MeasuredM(MeasuredM(1)); int L() => MeasuredM(2); return f() + L(); }", 3, 0, 0 },
        { "public override int MeasuredRun() => base.MeasuredRun();", 0, 1, 0 },
        { "[Instrumented] public override int MeasuredRun() => base.MeasuredRun();", 0, 0, 1 },
        { "public int F<T>(T a) where T : IShape => a.MeasuredArea() + T.MeasuredSides();", 0, 1, 1 },
        { "public int F<T>(T a) where T : Base => a.MeasuredRun();", 0, 1, 0 },
        { "public object F() { Expression<Func<int>> e = () => MeasuredM(1); return e; }", 0, 1, 0 },
        { "public object F(IQueryable<int> q) => from i in q where MeasuredM(i) > 1 select _store.MeasuredAdd(i);", 0, 2, 0 },
        { "public object F(IEnumerable<int> q) => from i in q where MeasuredM(i) > 1 select _store.MeasuredAdd(i);", 2, 0, 0 },
        { "public object F(int[] q) => q.Select(MeasuredM).Select(_store.MeasuredAdd).Select(i => MeasuredM(i));", 1, 2, 0 },
        { "public void F() { Changed += MeasuredM; Changed += new Func<int, int>(MeasuredM); Changed -= MeasuredM; Changed -= new Func<int, int>(MeasuredM); }", 0, 2, 2 },
        { "public unsafe void F() { delegate*<int, int> f = &MeasuredM; Func<int> g = \"\".MeasuredTwice; Func<int> h = this.MeasuredRun; }", 0, 3, 0 },
        { "public int F() => (this._store.MeasuredAdd)(1) + ((this.MeasuredRun))();", 0, 2, 0 },
        { "public int F(dynamic a) => MeasuredM(a) + _store.MeasuredAdd(a) + a.MeasuredAdd(1);", 0, 2, 1 },
        { "public void F() { MeasuredForget(); _ = MeasuredEnumerator(); new Narrow().MeasuredIn(); Action f = MeasuredForget; }", 0, 0, 4 },
        { "public object F() => (nameof(MeasuredM), nameof(_store.MeasuredAdd), nameof(Store.MeasuredAdd));", 0, 0, 3 },
        { "public Func<int, int> F(IStore a) => a.MeasuredAdd(1) > 0 ? a.MeasuredAdd : b => a.MeasuredAdd(b);", 0, 0, 3 },
        { "public int F() => Halves.MeasuredHalf(1) + new[] { 1 }.Select(Halves.MeasuredHalf).First();", 1, 1, 0 },
        { "public void F() { Instruments.MeasuredByHand(1); Action<int> f = Instruments.MeasuredByHand; }", 0, 0, 2 },
        { "public int F() => new Up().MeasuredDown(1) + Over.MeasuredX2(1) + Over.MeasuredX(1);", 3, 0, 0 },
        { "[NotIntercepted] public object F() { Func<int, int> f = MeasuredM; return f(MeasuredM(1)); }", 0, 0, 2 },
        { "public int F() => MeasuredLeft(1); // nobody", 0, 0, 1 },
        { "public int F() => MeasuredM(1); // instrumentation: off\npublic Func<int, int> G() => MeasuredM; // instrumentation: off", 0, 0, 2 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public Task EveryUse_IsReplacedOrReported_NeverBoth(string member, int replaced, int reported, int neither) =>
        Judge(OutputKind.DynamicallyLinkedLibrary, $"using System.Linq.Expressions;\npublic class Caller : Sample\n{{\n    {member}\n}}\n", replaced, reported, neither);

    /// <summary>Statements of a program without a class, each with a method group in it, for which its body has to be bound.</summary>
    public static TheoryData<string, int> Statements => new()
    {
        { "USE", 1 },
        { "{ USE }", 1 },
        { "checked { USE } unchecked { { USE } }", 2 },
        { "unsafe { USE unsafe { USE } checked { fixed (int* p = new int[1]) { USE } } }", 3 },
        { "if (Sample.MeasuredM(1) > 0) { USE } else if (Sample.MeasuredM(2) > 0) USE", 4 },
        { "for (var i = Sample.MeasuredM(1); i < Sample.MeasuredM(2); i += Sample.MeasuredM(3)) { USE }", 4 },
        { "foreach (var i in new[] { Sample.MeasuredM(1) }) { USE }", 2 },
        { "while (Sample.MeasuredM(1) > 1) { USE } do { USE } while (Sample.MeasuredM(1) > 1);", 4 },
        { "switch (Sample.MeasuredM(1)) { case 1 when Sample.MeasuredM(2) > 1: USE break; default: USE break; }", 4 },
        { "try { USE } catch (Exception e) when (Sample.MeasuredM(e.HResult) > 0) { USE } finally { USE }", 4 },
        { "lock (new object()) { USE } using (var a = new MemoryStream(Sample.MeasuredM(1))) { USE } using var b = new MemoryStream(Sample.MeasuredM(1)); USE", 5 },
        { "again: USE if (Sample.MeasuredM(1) > 1) goto again;", 2 },
        { "Run(); void Run() { USE } int Say() => Sample.MeasuredM(1); Say(); unsafe void Dare() { USE } Dare();", 3 },
        { "await Task.Yield(); await foreach (var i in Many()) { USE } async IAsyncEnumerable<int> Many() { await Task.Yield(); USE yield return Sample.MeasuredM(1); }", 3 },
    };

    [Theory]
    [MemberData(nameof(Statements))]
    public Task EveryUse_OfAProgramOfStatements_IsReplaced(string program, int replaced)
    {
        const string Use = "{ Func<int, int> f = Sample.MeasuredM; f(Sample.MeasuredM(1)); }";
        var groups = program.Split("USE").Length - 1;
        return Judge(OutputKind.ConsoleApplication, program.Replace("USE", Use, StringComparison.Ordinal), replaced, groups, 0);
    }

    private static async Task Judge(OutputKind kind, string source, int replaced, int reported, int neither)
    {
        var before = GeneratorHarness.Compile("Tested", kind, ("Declarations.cs", Declarations), ("Source.cs", source));
        var driver = GeneratorHarness.Run(before, out var after);
        Assert.DoesNotContain(after.GetDiagnostics(), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var tree = before.SyntaxTrees.Last();
        var uses = Uses(tree).ToHashSet();
        var intercepted = InterceptedCalls.Positions(driver, "Source.cs");
        var diagnostics = await after.WithAnalyzers([new CallIsNotMeasuredAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        var warned = diagnostics.Where(diagnostic => diagnostic.Location.SourceTree == tree).Select(static diagnostic => Position(diagnostic.Location)).ToList();

        Assert.DoesNotContain(diagnostics, static diagnostic => diagnostic.Id == "AD0001");
        Assert.Empty(intercepted.Intersect(warned));
        Assert.Empty(intercepted.Concat(warned).Except(uses));
        Assert.Equal((replaced, reported, neither), (intercepted.Count, warned.Count, uses.Count - intercepted.Count - warned.Count));
    }

    private static IEnumerable<int> Uses(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>().Where(static name => name.Identifier.ValueText.StartsWith("Measured", StringComparison.Ordinal)).Select(static name => name.SpanStart);

    // A call in parentheses has no name to speak of and is reported as a whole.
    private static int Position(Location location) =>
        location.SourceTree!.GetRoot().FindNode(location.SourceSpan).DescendantNodesAndSelf().OfType<SimpleNameSyntax>().First(static name => name.Identifier.ValueText.StartsWith("Measured", StringComparison.Ordinal)).SpanStart;
}
