using Instrumentation.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Tests;

/// <summary>The output compiles without a warning for every shape of C# that is accepted, and what is not accepted is left alone.</summary>
public sealed class CompileTests
{
    public static TheoryData<string, string> Shapes => new()
    {
        { "ref kinds", "[Instrumented] public int M(ref int a, in int b, out int c, ref readonly int d) { c = a + b + d; return c; }\npublic int Call() { int a = 1, b = 2, d = 3; return M(ref a, in b, out var c, in d) + c; }" },
        { "scoped and spans", "[Instrumented] public int M(scoped ReadOnlySpan<int> a, scoped ref int b, Span<byte> c) => a.Length + b + c.Length;\npublic int Call() { int b = 1; return M([1, 2], ref b, stackalloc byte[4]); }" },
        { "params", "[Instrumented] public int M(string a, params int[] b) => b.Length;\n[Instrumented] public int N(params ReadOnlySpan<int> b) => b.Length;\npublic int Call() => M(\"x\", 1, 2, 3) + M(\"y\") + N(1, 2);" },
        { "defaults and names", "[Instrumented] public int M(int a = 1, string? b = null, DayOfWeek c = DayOfWeek.Friday, decimal d = 1.5m) => a;\npublic int Call() => M() + M(c: DayOfWeek.Monday, a: 3);" },
        { "caller information", "[Instrumented] public string M(string a, [System.Runtime.CompilerServices.CallerMemberName] string b = \"\", [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(a))] string c = \"\") => b + c;\npublic string Call() => M(\"x\" + \"y\");" },
        { "generic method", "[Instrumented] public T M<T, TKey>(T a, TKey b) where T : class, IComparable<TKey>?, new() where TKey : notnull => a;\npublic string? Call() => M2(1);\n[Instrumented] public string? M2<T>(T? a) where T : struct => a.ToString();" },
        { "generic task", "[Instrumented] public async Task<T?> M<T>(T? a) { await Task.Yield(); return a; }\npublic async Task Call() { await M(1); await M<string>(null); }" },
        { "ref return", "private int _field; [Instrumented] public ref int M() => ref _field;\n[Instrumented] public ref readonly int N() => ref _field;\npublic int Call() { M() = 3; ref readonly var n = ref N(); return n; }" },
        { "span return", "[Instrumented] public ReadOnlySpan<char> M(string a) => a.AsSpan(1);\npublic int Call() => M(\"abc\").Length;" },
        { "unsafe", "[Instrumented] public unsafe int M(int* a, delegate*<int, int> b) => b(*a);\npublic unsafe int Call() { int a = 1; return M(&a, &Twice); }\nstatic int Twice(int a) => a * 2;" },
        { "tuples, dynamic, arrays", "[Instrumented] public (int A, string? B)[] M((int X, dynamic Y)? a, int[,] b, nint c) => [];\npublic int Call() => M(null, new int[1, 1], 3).Length;" },
        { "keywords", "[Instrumented] public int @event(int @class, string @in, int @record, int @value) => @class + @record;\npublic int Call() => @event(1, \"\", 2, 3);\n[Instrumented][Tag(\"t\", From = \"@class > 1\")] public int M(int @class) => @class;\npublic int Call2() => M(2);" },
        { "unlucky parameter names", "[Instrumented][Tag(\"r\", From = \"result > 1\")] [SpanTag(\"s\", From = \"span\")] public int M(int target, int call, int exception, int span, int elapsed, int _scope, int failure, int outcome) => target;\npublic int Call() => M(1, 2, 3, 4, 5, 6, 7, 8);" },
        { "parameter named result", "[Instrumented][Tag(\"r\", From = \"result > 1\")] public int M(int result) => result;\npublic int Call() => M(1);" },
        { "overloads", "[Instrumented] public int M(int a) => a;\n[Instrumented] public int M(string a) => 1;\n[Instrumented] public Task M(object a) => Task.CompletedTask;\npublic int Call() { M(new object()); return M(1) + M(\"\"); }" },
        { "static", "[Instrumented] public static int M(int a) => a;\npublic int Call() => M(1) + Subject.M(2);" },
        { "nullable flow", "[Instrumented] public bool M(string? a, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? b) { b = a; return a is not null; }\n[Instrumented] [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(a))] public string? N(string? a) => a;\npublic int Call() => M(\"\", out var b) ? b.Length + N(\"x\").Length : 0;" },
        { "obsolete", "[Instrumented, Obsolete(\"old\")] public int M(int a) => a;\n#pragma warning disable CS0618\npublic int Call() => M(1);\n#pragma warning restore" },
        { "virtual and override", "[Instrumented] public override string ToString() => \"x\";\n[Instrumented] public virtual int M() => 1;\npublic int Call() => M() + ToString().Length;" },
        { "recursion", "[Instrumented] public int M(int a) => a == 0 ? 0 : M(a - 1) + 1;" },
        { "private, protected", "[Instrumented] private int M(ref int a, string? b, List<int?[]> c) => 1;\n[Instrumented] protected virtual async Task<int> N() { await Task.Yield(); return 2; }\n[Instrumented] private static void S(int a) { }\n[Instrumented] private protected int P() => 3;\npublic int Call() { int a = 1; S(a); _ = N(); return M(ref a, null, []) + P(); }" },
        { "private and generic: left alone", "[Instrumented] private T M<T>(T a) => a;\nprivate enum E { A }\n[Instrumented] private E N(E a) => a;\npublic object Call() => (M(1), N(E.A));" },
        { "iterators", "[Instrumented][Tag(\"big\", From = \"count > 3\")] public IEnumerable<int> M([SpanTag] int count, [SpanTag(\"half\")] long size) { yield return count; }\n[Instrumented(\"n_seconds\")][SpanTag(\"length\", From = \"name.Length\")] public async IAsyncEnumerable<T?> N<T>(string name, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken c = default) { await Task.Yield(); yield return default; }\n[Instrumented(Span = false)] public IAsyncEnumerable<int> O() => N<int>(\"\");\n[MetricCounter(\"p_total\")] public IEnumerable<string> P() => [];\npublic int Call() { _ = N<int>(\"a\"); _ = O(); return M(1, 2).Count() + P().Count(); }" },
        { "enumerators, async void: left alone", "[Instrumented] public IEnumerator<int> M() { yield return 1; }\n[Instrumented] public System.Collections.IEnumerable O() { yield return 1; }\n[Instrumented] public async IAsyncEnumerator<int> N() { await Task.Yield(); yield return 1; }\n[Instrumented] public async void V() { await Task.Yield(); }\npublic object Call() { V(); _ = N(); return (M(), O()); }" },
        { "obsolete as error: left alone", "[Instrumented, Obsolete(\"gone\", true)] public int M() => 1;" },
        { "experimental, requires, platforms", "[Instrumented, System.Diagnostics.CodeAnalysis.Experimental(\"EXP001\")] public int M() => 1;\n[Instrumented, System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode(\"a \\\"b\\\"\", Url = \"u\")] public int N() => 1;\n[Instrumented, System.Runtime.Versioning.SupportedOSPlatform(\"windows\")] public int O() => 1;\n#pragma warning disable EXP001\npublic int Call() => M() + N() + O();\n#pragma warning restore" },
        { "left alone because it was asked", "[Instrumented] public int M() => 1;\n[NotIntercepted, Instrumented] public int N() => 1;\n[NotIntercepted] public int Call() => M();\n[NotIntercepted] public int Property => M();\npublic int Other() => N() + M(); // instrumentation: off" },
        { "method group, expression tree, nameof: left alone", "[Instrumented] public int M(int a) => a;\npublic object Call() { Func<int, int> f = M; System.Linq.Expressions.Expression<Func<int, int>> e = a => M(a); return (f, e, nameof(M)); }" },
        { "conditional access, lambda, local function", "[Instrumented] public int M(int a) => a;\npublic int? Call(Subject? other) { int L() => other!.M(1); Func<Task<int>> f = async () => { await Task.Yield(); return other!.M(2); }; return other?.M(3) + L() + f().Id; }" },
        { "every tag source", "[Instrumented(\"m_seconds\", OutcomeTag = \"result\")][Tag(\"a\", From = \"x?.Length ?? -1\", Values = [\"-1\", \"0\"])][Tag(\"b\", Value = \"c\\\"\\n\")][return: Tag(\"c\")] public bool? M(string? x, [Tag(MaxValues = 5)] Guid id, [Tag] bool? on, [Tag(Values = [\"x\"])] string? s) => on;\npublic bool? Call() => M(null, Guid.Empty, true, null);" },
        { "metric of its own value", "[MetricCounter(\"bytes_total\", Value = \"data.Length + result\")][MetricHistogram(\"size_bytes\", Value = \"data.Length * 0.5\")] public int M(byte[] data) => 1;\npublic int Call() => M([]);" },
        { "names of our own", "[Instrumented] public int Run() => 1;\n[Instrumented] public int Complete() => 1;\n[Instrumented] public int M_Call() => 1;\n[Instrumented] public int M() => 1;\npublic int Call() => Run() + Complete() + M() + M_Call();" },
        { "span name with quotes", "[Instrumented(SpanName = \"a \\\"b\\\" \\\\ \\n {c}\")] public int M() => 1;\npublic int Call() => M();" },
        { "checked call in attribute position", "[Instrumented] public int M(int a) => a;\npublic int Call(int[] items) { foreach (var i in items.Select(i => M(i))) { M(i); } return items is [var first, ..] ? M(first) : 0; }" },
        { "function names that hide ours", "[Instrumented] public int Task() => 1;\n[Instrumented] public int Exception(int Activity) => Activity;\npublic int Call() => Task() + Exception(1);" },
    };

    public static TheoryData<string, string> Types => new()
    {
        { "struct", "public struct S { public int Count; [Instrumented] public int Up() => ++Count; [Instrumented] public readonly int Read() => Count; }\npublic static class C { public static int Call() { var s = new S(); s.Up(); return s.Up() + s.Read() + new S().Read(); } }" },
        { "record and primary constructor", "public sealed record R(int A) { [Instrumented] public int M() => A; }\npublic class P(int a) { [Instrumented] public int M() => a; }\npublic static class C { public static int Call() => new R(1).M() + new P(2).M(); }" },
        { "nested and generic types", "public class Outer<T> where T : notnull { public class Inner<TKey> where TKey : IEquatable<TKey> { [Instrumented] public T M<TValue>(T a, TKey b, TValue c) => a; } }\npublic static class C { public static int Call() => new Outer<int>.Inner<string>().M(1, \"\", 2.0); }" },
        { "interface", "public interface I { [Instrumented] int M(int a); [Instrumented] int D(int a) => a; }\npublic sealed class X : I { public int M(int a) => a; }\npublic static class C { public static int Call(I i) => i.M(1) + i.D(2); }" },
        { "explicit implementation", "public interface I { int M(int a); void V<T>(T? a) where T : class; T? U<T>(T? a); }\npublic sealed class X : I { [Instrumented] int I.M(int a) => a; [Instrumented] void I.V<T>(T? a) where T : class { } [Instrumented] T? I.U<T>(T? a) where T : default => a; }" },
        { "static class with extensions", "public static class X { [Instrumented] public static int M(this string a, int b) => b; [Instrumented] public static int N(int a) => a; }\npublic static class C { public static int Call() => \"\".M(1) + X.M(\"\", 2) + X.N(3); }" },
        { "global namespace and the same name twice", "public static class X { [Instrumented] public static int M() => 1; public static class Y { [Instrumented] public static int M() => 2; } }\nnamespace A { public static class X { [Instrumented] public static int M() => 3; } }\npublic static class C { public static int Call() => X.M() + X.Y.M() + A.X.M(); }" },
        { "a type that has our name", "public class X { [Instrumented] public int M() => 1; }\npublic class XInstrumentation { }\npublic class InstrumentedX { }\npublic static class C { public static int Call() => new X().M(); }" },
        { "class of interface with everything", "public interface IBase { int Id { get; } event Action? Done; }\npublic interface I<T> : IBase { ref readonly T this[in int i, string? s] { get; } T? P { get; set; } Task<T?> M(T? a, params T[] b); int Sum(int a = 3); static int S => 1; static int F() => 2; private int Hidden() => 1; int Default() => Hidden(); }\n[Instrumented] public sealed class X : I<string> { private string _s = \"\"; public int Id => 1; public event Action? Done; public ref readonly string this[in int i, string? s] => ref _s; public string? P { get; set; } public Task<string?> M(string? a, params string[] b) { Done?.Invoke(); return Task.FromResult(a); } public int Sum(int a) => a; }" },
        { "partial type over declarations", "public partial class X { [Instrumented] public int M() => 1; }\n[Tag(\"kind\", Value = \"x\")] public partial class X { [Instrumented(\"n_seconds\")] public int N() => M(); }" },
        { "hostile names", "namespace System.Metrics { public class Task { } public class Activity { } public class Stopwatch { } public class Exception { }\npublic class X { [Instrumented] public int M(Task a, Activity b) => 1; public int Call() => M(new(), new()); } }" },
        { "namespace Instrumentation", "namespace Instrumentation.Metrics.System { public class Counter { } public class X { [Instrumented] public async global::System.Threading.Tasks.Task M(Counter a) { await global::System.Threading.Tasks.Task.Yield(); } public object Call() => M(new()); } }" },
        { "base call: left alone", "public class B { [Instrumented] public virtual int M() => 1; }\npublic class D : B { public override int M() => base.M() + 1; public int Call() => base.M(); }" },
        { "ref struct and type parameter receiver: left alone", "public ref struct S { [Instrumented] public int M() => 1; }\npublic interface I { [Instrumented] int M(); [Instrumented] static abstract int T(); }\npublic static class C { public static int Call<T>(T a) where T : I { var s = new S(); return s.M() + a.M() + T.T(); } }" },
        { "file and private types: left alone", "file class F { [Instrumented] public int M() => 1; }\npublic class X { private class P { [Instrumented] public int M() => 1; } public int Call() => new P().M() + new F().M(); }" },
        { "private members of structs and static classes", "public struct S { private int _a; [Instrumented] private int M(int a) => _a += a; [Instrumented] private static int N(int a) => a; public int Call() => M(1) + N(2); }\npublic static class C { [Instrumented] private static int M(int a) => a; public static int Call() => M(1); public static class Inner { [Instrumented] private static void N() { } public static void Call() => N(); } }" },
        { "local type arguments", "public class X { private sealed class P { } [Instrumented] public T M<T>(T a) => a; public object Call() => M(new P()); }" },
        { "bodiless partial of another generator: left alone", "public partial class X { [Instrumented] internal partial void M(); public void Call() => M(); internal partial void M() { } }" },
        { "everything at once on a type", "[Instrumented(\"x_seconds\", Tags = [\"op\"])] [Tag(\"a\", Value = \"b\")] public class X { [Tag(\"op\", Value = \"m\")] public int M() => 1; [Tag(\"op\", Value = \"n\")] public Task<int> N() => Task.FromResult(1); [NotInstrumented] public int O() => M(); public static int P() => 1; private int Q() => 1; public override string ToString() => \"\"; public int R => Q(); }" },
        { "unfinished attributes: left alone", "public class X { [MetricCounter(\"\")] public int M() => 1; [MetricCounter(\"not a name\")] [Tag(\"bad name\", Value = \"x\")] public int N() => 1; [Instrumented(\"n_seconds\", Buckets = [3, 2, 1])] [Tag(\"t\", From = \"nothing.here\")] [Tag(\"u\", From = \"(((\")] [Tag] public int O(int plain) => 1; public int Call() => M() + N() + O(1); }" },
        { "an assembly with patterns", "[assembly: Instrumented(\"all_seconds\", Types = [\"N.*Service\", \"Other\"], Methods = [\"*Async\", \"Run\"], Access = InstrumentedAccess.Private)]\nnamespace N { public sealed class AService { public Task RunAsync() => Task.CompletedTask; private void Run() { } public void Skip() { } public Task CallAsync() { Run(); Skip(); return RunAsync(); } } public record R(int A) { public int Run() => A; } [Instrumented] public class Own { public int M() => 1; } }\npublic static class Other { public static int Run() => new N.Own().M(); }" },
        { "an assembly with everything", "[assembly: Instrumented(Access = InstrumentedAccess.Private)]\n[AttributeUsage(AttributeTargets.All)] public sealed class MineAttribute : Attribute { public int M() => 1; }\npublic abstract class A<T> : IDisposable, IComparable<A<T>> where T : struct { protected abstract T Do(T a); public T Call(T a) => Do(a); public virtual void Dispose() { } public int CompareTo(A<T>? other) => 0; public static bool operator <(A<T> a, A<T> b) => a.CompareTo(b) < 0; public static bool operator >(A<T> a, A<T> b) => false; }\npublic sealed class B : A<int> { protected override int Do(int a) => base.Call(a); public override string ToString() => \"\"; private int this[int i] => i; private enum E { X } private E Get(E e) => e; public object All() => (Get(E.X), this[1], Call(2)); private static int Local() { int Inner() => 1; return Inner(); } }\npublic static class P { static void Main2(string[] args) => Console.WriteLine(new B().All()); private static IEnumerable<int> Items() { yield return 1; } public static int Count() => Items().Count(); [System.Runtime.InteropServices.DllImport(\"x\")] private static extern int Native(int a); public static int CallNative() => Native(1); }\npublic interface I { int M(); }\npublic struct S : I { private int _a; public int M() => ++_a; int I.M() => 2; public readonly int R() => _a; }" },
        { "operators, constructors, accessors: left alone", "public class X { public int A { get; set; } public static X operator +(X a, X b) => a; [Instrumented] public int M() => 1; ~X() { } }" },
        { "const of attributes elsewhere", "public static class Names { public const string Calls = \"calls_total\"; public const double First = 0.5; }\npublic class X { [MetricCounter(Names.Calls, Description = \"Calls \\\\ \\\"quoted\\\"\\nline.\")] [Instrumented(\"y_seconds\", Buckets = [Names.First, 2e3])] public int M() => 1; }" },
    };

    [Theory]
    [InlineData("System.Console.WriteLine(Top.Twice(2)); static class Top { public static int Twice(int a) => a * 2; public static int Main(string[] args) => 1; }")]
    [InlineData("static class Top { public static async Task<int> Main(string[] args) { await Task.Yield(); return Main(3); } public static int Main(int a) => a; }")]
    public void EntryPoint_OfAnAssemblyThatIsCovered_StaysTheOnlyOne(string program)
    {
        var source = GeneratorHarness.GlobalUsings + "\n[assembly: Instrumented(Access = InstrumentedAccess.Private)]\n" + program;
        GeneratorHarness.Run(GeneratorHarness.Compile("Program", OutputKind.ConsoleApplication, ("Program.cs", source)), out var compilation);
        Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Method_OfEveryShape_CompilesWithoutAWarning(string shape, string members) =>
        Assert.NotNull(GeneratorHarness.Generate($"\nnamespace N;\n\n/// <summary>{shape}</summary>\npublic class Subject\n{{\n{members}\n}}\n"));

    [Theory]
    [MemberData(nameof(Types))]
    public void Type_OfEveryShape_CompilesWithoutAWarning(string shape, string types)
    {
        Assert.NotEmpty(shape);
        Assert.NotNull(GeneratorHarness.Generate("\n" + types));
    }
}
