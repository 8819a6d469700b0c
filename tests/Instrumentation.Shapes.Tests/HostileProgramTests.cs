using Instrumentation.Shapes.Tests.Infrastructure;

namespace Instrumentation.Shapes.Tests;

/// <summary>Programs that look where wrappers usually show: they must say the same with the generator and without.</summary>
public sealed class HostileProgramTests
{
    [Fact]
    public Task ExceptionFilter_OfTheCaller_RunsBeforeTheFinallyOfTheMethod() => Subject.RunAsync(
        "public class S { [MetricCounter(\"{m}_total\")] public int M() { try { throw new FormatException(\"x\"); } finally { Log.Add(\"finally\"); } } } public static class F { public static bool Yes() { Log.Add(\"filter\"); return true; } }",
        "try { new S().M(); } catch (FormatException) when (F.Yes()) { Log.Add(\"caught\"); }",
        ("total", 1));

    [Fact]
    public Task AsyncLocal_SetByAMethodThatIsNotAsync_IsSeenByTheCaller() => Subject.RunAsync(
        "public class S { public static readonly AsyncLocal<int> Value = new(); [MetricCounter(\"{m}_total\")] public Task M(int value, Task inner) { Value.Value = value; return inner; } [MetricCounter(\"{m}_sync_total\")] public void N(int value) => Value.Value = value; [MetricCounter(\"{m}_async_total\")] public async Task O(int value) { Value.Value = value; await Task.Yield(); Log.Add(Log.Show(Value.Value)); } }",
        "var x = new S(); x.N(1); Log.Add(Log.Show(S.Value.Value)); var source = new TaskCompletionSource(); var pending = x.M(2, source.Task); Log.Add(Log.Show(S.Value.Value)); source.SetResult(); await pending; await x.O(3); Log.Add(Log.Show(S.Value.Value));",
        ("total", 1), ("sync_total", 1), ("async_total", 1));

    [Fact]
    public Task AsyncSequence_EnumeratedTwiceWithATokenAndLeftEarly_IsTwoCalls() => Subject.RunAsync(
        "public class S { [MetricCounter(\"{m}_total\")] public async IAsyncEnumerable<int> M(int count, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token = default) { try { for (var i = 0; i < count; i++) { await Task.Yield(); token.ThrowIfCancellationRequested(); yield return i; } } finally { Log.Add(\"finally\"); } } }",
        """
        var items = new S().M(5);
        using var stop = new CancellationTokenSource();
        try { await foreach (var item in items.WithCancellation(stop.Token)) { Log.Add(Log.Show(item)); if (item == 2) { stop.Cancel(); } } } catch (OperationCanceledException exception) { Log.Add($"{exception.CancellationToken == stop.Token}"); }
        await foreach (var item in items) { Log.Add(Log.Show(item)); break; }
        var e = items.GetAsyncEnumerator();
        await e.DisposeAsync(); await e.DisposeAsync();
        """,
        ("total", 2));

    [Fact]
    public Task Sequence_OfAnIterator_BehavesLikeOne() => Subject.RunAsync(
        "public class S { [MetricCounter(\"{m}_total\")] public IEnumerable<int> M(int count) { Log.Add(\"begun\"); try { for (var i = 0; i < count; i++) { yield return i; } } finally { Log.Add(\"finally\"); } } [MetricCounter(\"{m}_list_total\")] public IEnumerable<int> N() => new List<int> { 1 }; }",
        """
        var x = new S();
        var items = x.M(3);
        Log.Add($"{items is ICollection<int>} {x.N() is List<int>}");
        foreach (var item in items) { Log.Add(Log.Show(item)); if (item == 1) { break; } }
        using (var e = items.GetEnumerator()) { Log.Add($"{e.MoveNext()} {e.Current}"); try { e.Reset(); } catch (NotSupportedException) { Log.Add("no reset"); } while (e.MoveNext()) { } Log.Add($"{e.MoveNext()}"); }
        Log.Add(string.Join(",", items.Zip(items)));
        """,
        ("total", 4), ("list_total", 1));

    [Fact]
    public Task SeveralExceptions_OfAPendingTask_AreAllKept() => Subject.RunAsync(
        "public class S { [MetricCounter(\"{m}_total\")] public Task M(Task inner) => inner; [MetricCounter(\"{m}_result_total\")] public Task<int[]> N(Task<int[]> inner) => inner; }",
        """
        foreach (var late in new[] { false, true })
        {
            var one = new TaskCompletionSource<int>(); var two = new TaskCompletionSource<int>();
            var all = Task.WhenAll(one.Task, two.Task);
            if (!late) { one.SetException(new FormatException("a")); two.SetException(new ArgumentException("b")); }
            var plain = new S().M(all);
            var task = new S().N(all);
            if (late) { one.SetException(new FormatException("a")); two.SetException(new ArgumentException("b")); }
            try { await plain; } catch (FormatException exception) { Log.Add(exception.Message); }
            try { await task; } catch (FormatException exception) { Log.Add(exception.Message); }
            Log.Add(string.Join(",", plain.Exception!.InnerExceptions.Select(e => e.Message)) + string.Join(",", task.Exception!.InnerExceptions.Select(e => e.Message)) + plain.Status + task.Status);
        }
        """,
        ("total", 2), ("result_total", 2));

    [Fact]
    public Task Cancellation_OfAPendingTask_KeepsTokenStatusAndException() => Subject.RunAsync(
        "public class S { [MetricCounter(\"{m}_total\", When = Outcomes.Cancelled)] public Task M(Task inner) => inner; [MetricCounter(\"{m}_value_total\", When = Outcomes.Cancelled)] public async ValueTask<int> N(Task inner) { await inner; return 1; } }",
        """
        using var stop = new CancellationTokenSource();
        var source = new TaskCompletionSource();
        var plain = new S().M(source.Task);
        var value = new S().N(source.Task).AsTask();
        stop.Cancel();
        source.SetCanceled(stop.Token);
        foreach (var task in new[] { plain, value }) { try { await task; } catch (OperationCanceledException exception) { Log.Add($"{exception.GetType().Name} {exception.CancellationToken == stop.Token} {task.Status} {task.Exception is null}"); } }
        """,
        ("total", 1), ("value_total", 1));

    [Fact]
    public Task CallerInformation_ThroughInterfaceAndClass_IsTheCallers() => Subject.RunAsync(
        "public interface I { string M(int a, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(a))] string e = \"\", [System.Runtime.CompilerServices.CallerMemberName] string n = \"\", [System.Runtime.CompilerServices.CallerLineNumber] int l = 0); } public class S : I { [MetricCounter(\"{m}_total\")] public string M(int a, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(a))] string e = \"\", [System.Runtime.CompilerServices.CallerMemberName] string n = \"\", [System.Runtime.CompilerServices.CallerLineNumber] int l = 0) => $\"{a} {e} {n} {l > 0}\"; }",
        Subject.Injected("I", "S") + "Log.Add(x.M(1 + 2)); Log.Add(new S().M(3 * 4)); static string Local(I i) => i.M(5 - 6); Log.Add(Local(x));",
        ("total", 3));

    [Fact]
    public Task OrderOfEvaluation_WithANullReceiver_StaysAsItWas() => Subject.RunAsync(
        "public class S { [MetricCounter(\"{m}_total\")] public int M(int a, int b = 3, params int[] c) => a + b + c.Length; } public static class X { [MetricCounter(\"{m}_extension_total\")] public static int E(this S? s, int a) => s is null ? -a : a; }",
        """
        static S? None() { Log.Add("receiver"); return null; }
        try { None()!.M(Log.Arg("a", 1), Log.Arg("b", 2), Log.Arg("c", 3)); } catch (NullReferenceException) { Log.Add("null"); }
        try { None()!.M(b: Log.Arg("b", 2), a: Log.Arg("a", 1)); } catch (NullReferenceException) { Log.Add("null"); }
        Log.Add(Log.Show(None()?.M(Log.Arg("not", 1))) + None().E(4));
        var i = 1; Log.Add(Log.Show(new S().M(i++, i++, i++, i++) + i));
        """,
        ("extension_total", 1));

    [Fact]
    public Task Call_InEveryPlaceOfACall_IsRecorded() => Subject.RunAsync(
        """
        public static class S { [MetricCounter("{m}_total")] public static int M(int a) => a; }
        public class B(int a) { public int A = a; public int F = S.M(1); public int P { get; init; } = S.M(2); }
        public class D : B { public D() : base(S.M(4)) { } public D(int a) : this() => A = a; public D(string a) : this(S.M(a.Length)) { } }
        public class E(int a) : B(S.M(a));
        public record R(int A) { public int Twice => S.M(A) * 2; public int this[int i] => S.M(i); public event Action Happens { add => S.M(5); remove => S.M(6); } public static R operator +(R a, R b) => new(S.M(a.A + b.A)); public static implicit operator int(R a) => S.M(a.A); ~R() { } }
        """,
        """
        Log.Add(Log.Show(new D("abc").A + new E(7).A + new B(0) { P = S.M(8) }.P));
        var r = new R(1); r = r with { A = S.M(9) }; r.Happens += () => { }; r.Happens -= () => { };
        Log.Add($"{S.M(10):000} {r.Twice} {r[3]} {(int)(r + r)} {(r is { Twice: 18 } ? 1 : 0)}");
        try { throw new FormatException(); } catch (FormatException) when (S.M(11) == 11) { }
        switch (5) { case var c when S.M(c) == 5: Log.Add("guard"); break; }
        int[] all = [S.M(12), .. from n in new[] { 1, 2 } where S.M(n) > 1 select S.M(n + 1)];
        lock (new object()) { checked { Log.Add(Log.Show(all.Sum() + S.M(13))); } }
        """,
        ("total", 26));

    // The symbol is of the caller's file, and a wrapper would stand in another: such a method is refused.
    [Fact]
    public Task ConditionalMethod_IsCalledWhereItsSymbolIsDefined() => Twin.RunAsync(
        new Dictionary<string, int>(StringComparer.Ordinal) { ["conditional_total"] = 0 },
        ("Target.cs", "#pragma warning disable CS1591\nusing Support;\npublic class S { [System.Diagnostics.Conditional(\"SOMETIMES\"), MetricCounter(\"conditional_total\")] public void M(int a) => Log.Add($\"called {a}\"); }"),
        ("Without.cs", "#pragma warning disable CS1591\nusing Support;\npublic static class Without { public static void Call() => new S().M(Log.Arg(\"never\", 1)); }"),
        ("Entry.cs", "#define SOMETIMES\n#pragma warning disable CS1591\nusing Support;\npublic static class Entry { public static Task<string> Run() { new S().M(Log.Arg(\"now\", 2)); Without.Call(); return Task.FromResult(Log.Text); } }"));

    [Fact]
    public Task DeepChainOfPendingCalls_CompletesInline() => Subject.RunAsync(
        "public class S { [MetricCounter(\"{m}_total\")] public async Task<int> M(int depth, Task gate) { if (depth == 0) { await gate; return 0; } return 1 + await M(depth - 1, gate); } [MetricCounter(\"{m}_value_total\")] public async ValueTask<int> N(int depth, Task gate) { if (depth == 0) { await gate; return 0; } return 1 + await N(depth - 1, gate); } }",
        "var gate = new TaskCompletionSource(); var one = new S().M(1500, gate.Task); var two = new S().N(1500, gate.Task); gate.SetResult(); Log.Add(Log.Show(await one + await two));",
        ("total", 1501), ("value_total", 1501));

    [Fact]
    public Task VariantService_AskedForAndConverted_IsDecorated() => Subject.RunAsync(
        "public interface I<out T> { T M(); } public class S : I<string> { [MetricCounter(\"{m}_total\")] public string M() => \"s\"; }",
        Subject.Injected("I<string>", "S") + "I<object> wider = x; Log.Add(Log.Show(wider.M())); Func<string> f = x.M; Log.Add(f()); dynamic d = x; Log.Add($\"{x.GetHashCode() == x.GetHashCode()} {x.Equals(x)} {x is I<object>}\");",
        ("total", 2));

    [Fact]
    public Task ConstrainedCallOfAStruct_ChangesTheStructItself() => Subject.RunAsync(
        "public interface I { int Up(); } public struct S : I { private int _a; [MetricCounter(\"{m}_total\")] public int Up() => ++_a; } public static class G { public static int Twice<T>(ref T a) where T : struct, I { a.Up(); return a.Up(); } }",
        "var s = new S(); Log.Add(Log.Show(G.Twice(ref s))); Log.Add(Log.Show(s.Up())); I boxed = s; boxed.Up(); Log.Add(Log.Show(boxed.Up())); Log.Add(Log.Show(s.Up()));",
        ("total", 2));

    [Fact]
    public Task MethodsThatOnlyTheRuntimeCalls_AreLeftAlone() => Subject.RunAsync(
        """
        public static unsafe class S
        {
            [System.Runtime.InteropServices.UnmanagedCallersOnly, Instrumented("{m}_native_seconds")] public static int M(int a) => a + 1;
            [System.Runtime.CompilerServices.ModuleInitializer, MetricCounter("{m}_total")] public static void Begin() => Log.Add("begun");
            public static int Call() { delegate* unmanaged<int, int> m = &M; return m(2); }
        }
        """,
        "Log.Add(Log.Show(S.Call()));");
}
