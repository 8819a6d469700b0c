using Instrumentation.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Tests;

/// <summary>The halves of woven methods compile without a warning for every shape, nothing in front of them is replaced, and coverage says where they are recorded.</summary>
public sealed class WeaveTests
{
    public static TheoryData<string, string> Shapes => new()
    {
        { "ref kinds", "public partial class X { [Instrumented] public partial int M(ref int a, in int b, out int c, ref readonly int d); private int MCore(ref int a, in int b, out int c, ref readonly int d) { c = a + b + d; return c; } }" },
        { "ref return", "public partial class X { private int _f; [Instrumented] public partial ref int M(); private ref int MCore() => ref _f; [Instrumented] public partial ref readonly int N(); private ref readonly int NCore() => ref _f; }" },
        { "generic type and method", "public partial class X<T> where T : class, new() { [Instrumented] private partial U M<U>(T a, U? b) where U : struct, Enum; private U MCore<U>(T a, U? b) where U : struct, Enum => b ?? default; [Instrumented] private static async partial Task<(T, U)> N<U>(T a, U b) where U : notnull { await Task.Yield(); return (a, b); } }" },
        { "struct", "public partial struct S { private int _a; [Instrumented] public partial int M(int a); private int MCore(int a) => _a += a; [Instrumented] public readonly partial int R(); private readonly int RCore() => _a; [Instrumented] public partial Span<int> P(); private Span<int> PCore() => new int[_a]; [Instrumented] public async partial Task N() => await Task.Yield(); }" },
        { "readonly record struct and record", "public readonly partial record struct S(int A) { [Instrumented] public partial int M(); private int MCore() => A; }\npublic partial record R(int A) { [Instrumented] public async partial ValueTask<int> N() { await Task.Yield(); return A; } }" },
        { "static class and extension", "public static partial class X { [Instrumented] public static partial int M(this string a, params int[] b); private static int MCore(string a, int[] b) => b.Length; [Instrumented] public static async partial Task<int> N(this string a, params int[] b) { await Task.Yield(); return b.Length; } public static int Call() => \"\".M(1, 2); }" },
        { "virtual, override, sealed, new", "public partial class B { [Instrumented] public virtual partial int M(); protected virtual int MCore() => 1; [Instrumented] public virtual async partial Task N() => await Task.Yield(); }\npublic partial class D : B { [Instrumented] public sealed override partial int M(); protected override int MCore() => 2; [Instrumented] public override async partial Task N() => await base.N(); }\npublic partial class E : B { [Instrumented] public new partial int M(); private new int MCore() => 3; }" },
        { "spans and params", "public partial class X { [Instrumented] public partial ReadOnlySpan<char> M(scoped ReadOnlySpan<int> a, string b, params ReadOnlySpan<int> c); private ReadOnlySpan<char> MCore(scoped ReadOnlySpan<int> a, string b, params ReadOnlySpan<int> c) => b; }" },
        { "unsafe", "public unsafe partial class X { [Instrumented] public partial int M(int* a); private int MCore(int* a) => *a; }" },
        { "sequences", "public partial class X { [Instrumented] public partial IEnumerable<int> M(int a); private IEnumerable<int> MCore(int a) { yield return a; } [Instrumented] public partial IAsyncEnumerable<int> N(); private async IAsyncEnumerable<int> NCore() { await Task.Yield(); yield return 1; } }" },
        { "tasks", "public partial class X { [Instrumented] public partial Task M(); private async Task MCore() => await Task.Yield(); [Instrumented] public partial ValueTask<string?> N(string? a); private async ValueTask<string?> NCore(string? a) { await Task.Yield(); return a; } }" },
        { "interface member", "public partial interface I { [Instrumented] private partial int M(); private int MCore() => 1; [Instrumented] private static partial int S(); private static int SCore() => 2; [Instrumented] private async partial Task N() => await Task.Yield(); public Task Call() { _ = M() + S(); return N(); } }" },
        { "nested and private types", "public partial class Outer<T> { private sealed partial class Inner { [Instrumented] public async partial Task<T?> N(T? a) { await Task.Yield(); return a; } private enum E { A } [Instrumented] private async partial Task<E> P() { await Task.Yield(); return E.A; } } }" },
        { "keywords", "public partial class @class { [Instrumented] public partial int @event(int @in, int @record); private int eventCore(int @in, int @record) => @in; [Instrumented] public async partial Task @async(int @await) => await Task.Delay(@await); }" },
        { "nullable-oblivious", "#nullable disable\npublic partial class X { [Instrumented] public partial string M(string a, List<string> b); private string MCore(string a, List<string> b) => a; [Instrumented] public async partial Task<string> N(string a) { await Task.Yield(); return a; } }\n#nullable restore" },
        { "static body of an instance method", "public partial class X { [Instrumented] public partial int M(int a); private static int MCore(int a) => a; [Instrumented] public partial int O(); internal static int OCore() => 1; [Instrumented(\"x_seconds\")] public partial Task<int> N([Tag] bool a); private static async partial Task<int> NCore(bool a) { await Task.Yield(); return a ? 1 : 2; } }\npublic partial struct S { private int _a; [Instrumented] public readonly partial int M(); internal static int MCore() => 1; [Instrumented] public partial int N(); private static int NCore() => 1; public int Add() => ++_a; }\npublic partial interface I { [Instrumented] public partial int M(); private static int MCore() => 1; }" },
        { "a whole type", "[Instrumented(Access = InstrumentedAccess.Private)] public partial class X { public partial int M(); private int MCore() => 1; public async partial Task N() => await Task.Yield(); public int O() => M(); }" },
        { "a handler that awaits its body", "public partial class X { [Instrumented] public partial void M(object? sender, EventArgs e); private async Task MCore(object? sender, EventArgs e) => await Task.Yield(); public event EventHandler? Done; public void Call() { Done += M; Done?.Invoke(this, EventArgs.Empty); } }" },
        { "everything in place", "public partial class X { [Instrumented(\"x_seconds\", InFlight = true, Calls = true, LogFailures = true, Pool = true)] [MetricCounter(\"x_items_total\", Value = \"result.Count\")] [Tag(\"many\", From = \"result.Count > 3\")] [SpanTag(\"count\", From = \"result.Count\")] [Tag(\"kind\", Value = \"x\")] [FailureWhen(\"result.Count == 0\")] [RejectedWhen(typeof(TimeoutException))] [ErrorTypes(typeof(InvalidOperationException))] public async partial ValueTask<List<int>> M() { await Task.Yield(); return []; } }" },
        { "tags of arguments are handed over", "public partial class X { [Instrumented(\"x_seconds\")] public async partial Task M([Tag] bool a, [SpanTag] int b = 0, [Tag(MaxValues = 9)] string? tags = null, [Tag] DayOfWeek before = 0, [SpanTag] object? handed = null) => await Task.Yield(); public Task Call() => M(true, 1, \"\"); }" },
        { "tags of arguments of all kinds of methods", "public partial class X<T> where T : class { public string? Name; [Instrumented(\"x_seconds\")] [Tag(\"n\", From = \"this.Name.Length > 3\")] [Tag(\"t\", From = \"typeof(T) == typeof(string)\")] private async partial Task<U> M<U>([Tag] bool? a, U b) where U : struct, Enum { await Task.Yield(); return b; } public Task Call() => M(true, DayOfWeek.Friday); [Instrumented(\"y_seconds\")] protected internal virtual async partial ValueTask N([Tag] bool a) => await Task.Yield(); [Instrumented(\"z_seconds\")] protected static async partial ValueTask O([Tag] bool a) => await Task.Yield(); public ValueTask Calls() { N(true).AsTask().Wait(); return O(false); } static X() { } }\npublic static partial class E { [Instrumented(\"e_seconds\")] public static async partial Task M(this string @this, [Tag] bool @in) => await Task.Yield(); public static Task Call() => \"\".M(true); }\npublic partial struct S { [Instrumented(\"s_seconds\")] public async partial Task M([Tag] bool a) => await Task.Yield(); public Task Call() => M(true); }\npublic partial interface I { [Instrumented(\"i_seconds\")] private async partial Task M([Tag] bool a) => await Task.Yield(); public Task Call() => M(true); }\npublic partial class Outer { private sealed partial class Inner { [Instrumented(\"o_seconds\")] public async partial Task M([Tag] bool a) => await Task.Yield(); public Task Call() => M(true); } }" },
        { "value of an argument: callers record", "public partial class X { [MetricHistogram(\"x_bytes\", Value = \"a.Length\")] public async partial Task M(byte[] a) => await Task.Yield(); [Instrumented] [FailureWhen(\"result == a\")] public async partial Task<int> N(int a) { await Task.Yield(); return a; } [Instrumented(\"o_seconds\")] [Tag(\"t\", From = \"result == a\")] public async partial Task<int> O(int a) { await Task.Yield(); return a; } public Task Call() => M([]); }" },
        { "the author's own builders", "public partial class X { [Instrumented(Builder = typeof(System.Runtime.CompilerServices.PoolingAsyncValueTaskMethodBuilder<>))] public async partial ValueTask<int> M([Tag] bool a) { await Task.Yield(); return 1; } [Instrumented(Pool = true)] public async partial ValueTask N() => await Task.Yield(); [Instrumented(Pool = true)] public async partial Task O() => await Task.Yield(); }" },
        { "global namespace and equal names", "public partial class X { [Instrumented] public async partial Task M() => await Task.Yield(); [Instrumented] public async partial Task M(int a) => await Task.Yield(); public class M_CallBuilder { } }\nnamespace A { public partial class X { [Instrumented] public async partial Task M() => await Task.Yield(); } public class M_CallBuilder { } }" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Shape_Woven_CompilesWithoutAWarning(string shape, string source)
    {
        // The default on the written half is the suppressor's to excuse.
        var text = GeneratorHarness.GlobalUsings + "\n#pragma warning disable CS1066, CS1591\n" + source;
        var driver = GeneratorHarness.Run(GeneratorHarness.Compile(("Source.cs", text)), out _);
        Assert.True(driver.GetRunResult().GeneratedTrees.Any(static tree => tree.FilePath.EndsWith(".Halves.g.cs", StringComparison.Ordinal)), shape);
    }

    [Theory]
    [InlineData("[Instrumented] public partial int M(); private int MCore() => 1; public object Call() => (M(), (Func<int>)M, ((System.Linq.Expressions.Expression<Func<X, int>>)(x => x.M())));", "definition")]
    [InlineData("[Instrumented] public async partial Task M() => await Task.Yield(); public object Call() => (M(), (Func<Task>)M, ((System.Linq.Expressions.Expression<Func<X, Task>>)(x => x.M())));", "in place")]
    public void Uses_OfAWovenMethod_AreAllMeasuredAndNoneReplaced(string members, string weave)
    {
        var files = GeneratorHarness.Generate($"\n#pragma warning disable CS1591\npublic partial class X {{ {members} }}");
        Assert.DoesNotContain(files.Values, static file => file.Contains("InterceptsLocation(1", StringComparison.Ordinal));
        Assert.Contains($"{{\\\"type\\\":\\\"X\\\",\\\"{weave}\\\":{{\\\"M\\\":[[0,3]]}}}}", files["InstrumentationCoverage.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Uses_OfAMethodThatTakesTags_AreInterceptedToHandThemOverOrCountedWithoutThem()
    {
        const string members = "[Instrumented(\"x_seconds\")] public async partial Task M([Tag] bool a) => await Task.Yield(); public object Call() => (M(true), M(false), (Func<bool, Task>)M);\n public Task Left() => M(true); // instrumentation: off\n";
        var files = GeneratorHarness.Generate($"\n#pragma warning disable CS1591\npublic partial class X {{ {members} }}");
        Assert.Equal(2, files.Values.Sum(static file => file.Split("InterceptsLocation(1").Length - 1));
        Assert.Contains("{\\\"type\\\":\\\"X\\\",\\\"in place\\\":{\\\"M(System.Boolean)\\\":[[0,4,2]]}}", files["InstrumentationCoverage.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Caller_InAnotherAssembly_HandsTagsOver()
    {
        GeneratorHarness.Run(
            GeneratorHarness.Compile("Library", OutputKind.DynamicallyLinkedLibrary, ("L.cs", GeneratorHarness.GlobalUsings + "\n#pragma warning disable CS1591\npublic partial class X { [Instrumented(\"x_seconds\")] public async partial Task M([Tag] bool a) => await Task.Yield(); [Instrumented(\"y_seconds\")] public virtual async partial Task N([Tag] bool a) => await Task.Yield(); }")),
            out var library);
        var caller = GeneratorHarness.CompileAgainst(library, "Caller", OutputKind.DynamicallyLinkedLibrary, ("C.cs", GeneratorHarness.GlobalUsings + "public static class C { public static object Call(X x) => (x.M(true), x.N(true)); }"));
        var files = GeneratorHarness.Run(caller, out _).GetRunResult().GeneratedTrees.Select(static tree => tree.ToString()).ToList();
        Assert.Contains("global::XInstrumentation.M(target, a)", Assert.Single(files, static file => file.Contains("InterceptsLocation(1", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain(files, static file => file.Contains("XInstrumentation.N(", StringComparison.Ordinal));
    }

    [Fact]
    public void Caller_InAnotherAssembly_LeavesWovenMethodsAlone()
    {
        GeneratorHarness.Run(
            GeneratorHarness.Compile("Library", OutputKind.DynamicallyLinkedLibrary, ("L.cs", GeneratorHarness.GlobalUsings + "\n#pragma warning disable CS1591\npublic partial class X { [Instrumented] public virtual partial int M(); private int MCore() => 1; [Instrumented] public async partial Task N() => await Task.Yield(); }")),
            out var library);
        var caller = GeneratorHarness.CompileAgainst(library, "Caller", OutputKind.DynamicallyLinkedLibrary, ("C.cs", GeneratorHarness.GlobalUsings + "public static class C { public static object Call(X x) => (x.M(), x.N()); }"));
        var files = GeneratorHarness.Run(caller, out _).GetRunResult().GeneratedTrees.Select(static tree => tree.ToString()).ToList();
        Assert.DoesNotContain(files, static file => file.Contains("InterceptsLocation(1", StringComparison.Ordinal));
        Assert.Contains(files, static file => file.Contains("\\\"definition\\\":{", StringComparison.Ordinal) && file.Contains("\\\"in place\\\":{", StringComparison.Ordinal));
    }
}
