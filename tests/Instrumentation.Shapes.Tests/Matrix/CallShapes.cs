namespace Instrumentation.Shapes.Tests.Matrix;

/// <summary>Shapes of calls.</summary>
internal static class CallShapes
{
    private const string Type = "public class S { public string? Text; {c}public int M(int a = 1, int b = 2) => a * 10 + b; {c2}public S N(S? other = null) => this; }";

    public static IReadOnlyList<Shape> All { get; } =
    [
        Of("named arguments, in another order", "Log.Add(Log.Show(new S().M(b: Log.Arg(\"b\", 3), a: Log.Arg(\"a\", 4))));"),
        Of("conditional access", "var s = Log.Id<S?>(new S()); Log.Add(Log.Show(s?.M()));"),
        Of("in an async lambda", "Func<Task<int>> f = async () => { await Task.Yield(); return new S().M(); }; Log.Add(Log.Show(await f()));"),
        Of("in a static local function", "static int F() => new S().M(); Log.Add(Log.Show(F()));"),
        Of("in a query", "Log.Add(Log.Show((from i in new[] { 1 } select new S().M(i)).Single()));"),
        Of("in a pattern, an interpolation, a collection expression", "var s = new S(); int[] all = [s.M()]; Log.Add($\"{s.M(2)} {all[0]} {s.M(3) is > 2}\");", 3),
        Of("as its own argument", "var s = new S(); Log.Add(Log.Show(s.M(s.M())));", 2),
        Of("in a field initialiser", "Log.Add(Log.Show(F.Kept)); ", 1, " public static class F { public static readonly int Kept = new S().M(); }"),
        Of("in an expression tree", "var s = new S(); System.Linq.Expressions.Expression<Func<int>> e = () => s.M(1, 2); Log.Add(Log.Show(e.Compile()()));"),
        Of("by a method group", "Func<int, int, int> f = new S().M; Log.Add(Log.Show(f(1, 2)));", 0) with { Async = "Func<int, int, Task<int>> f = new S().M; Log.Add(Log.Show(await f(1, 2)));" },
        Of("by `dynamic`", "dynamic s = new S(); object a = s.M(1, 2); Log.Add(Log.Show(a));", 0),
        Of("by reflection", "Log.Add(Log.Show(typeof(S).GetMethod(\"M\")!.Invoke(new S(), [1, 2])));", 0) with { Async = "Log.Add(Log.Show(await (Task<int>)typeof(S).GetMethod(\"M\")!.Invoke(new S(), [1, 2])!));" },
        Shape.OfCall("by `base`", "public class B { {c}public virtual int M() => 1; } public class S : B { public override int M() => base.M() + 1; }", "Log.Add(Log.Show(new S().M()));"),
        Shape.OfCall("on a type parameter", "public interface I { {c}int M(); } public class S : I { public int M() => 1; } public static class C { public static int Call<T>(T a) where T : I => a.M(); }", "Log.Add(Log.Show(C.Call(new S())));"),
        Shape.OfCall("through an interface outside a container", "public interface I { int M(); } public class S : I { {c}public int M() => 1; }", "I i = new S(); Log.Add(Log.Show(i.M()));", 0),
        Shape.OfCall("by `foreach`", "public class S { {c}public List<int>.Enumerator GetEnumerator() => new List<int> { 1 }.GetEnumerator(); }", "foreach (var i in new S()) { Log.Add(Log.Show(i)); }", 0),
        Shape.OfCall("by `using`", "public class S : IDisposable { {c}public void Dispose() => Log.Add(\"disposed\"); }", "using (new S()) { } await Task.Yield();", 0),
        Shape.OfCall("by a collection initialiser", "public class S : System.Collections.IEnumerable { {c}public void Add(int a) => Log.Add(\"added\"); public System.Collections.IEnumerator GetEnumerator() => Array.Empty<int>().GetEnumerator(); }", "_ = new S { 1 };", 0),
        Shape.OfCall("left alone on request", "public class S { {c}public int M() => 1; }", "Log.Add(Log.Show(new S().M())); // instrumentation: off\n"),
    ];

    private static Shape Of(string name, string calls, int times = 1, string more = "") =>
        Shape.OfCall(name, Type.Replace("{c2}", string.Empty, StringComparison.Ordinal) + more, calls, times);
}
