namespace Instrumentation.Shapes.Tests.Matrix;

/// <summary>Shapes of C# 14, which only the SDK's own compiler knows.</summary>
internal static class NewShapes
{
    private const string Plain = "public static class T { {c}public static int M(int a) => a * 2; } ";
    private const string Call = "Log.Add(Log.Show(new S().N()));";

    public static IReadOnlyList<Shape> All { get; } =
    [
        Of("method of an extension block", "public static class S { extension(string a) { {c}public int M(int b = 1) => b + a.Length; } }", "Log.Add(Log.Show(\"a\".M()));"),
        Of("the same, called by its class", "public static class S { extension(string a) { {c}public int M(int b = 1) => b + a.Length; } }", "Log.Add(Log.Show(S.M(\"a\", 2)));"),
        Of("the same, called from its block", "public static class S { extension(string a) { {c}public int M() => a.Length; public int N() => a.M(); public int P => a.M(); } }", "Log.Add(Log.Show(\"a\".N() + \"b\".P));", 2),
        Of("static method of an extension block", "public static class S { extension(string) { {c}public static int M(int b = 1) => b; } }", "Log.Add(Log.Show(string.M()));"),
        Of("generic method of a generic extension block", "public static class S { extension<T>(List<T> a) where T : struct { {c}public (T, TKey) M<TKey>(TKey b) => (a[0], b); } }", "Log.Add(Log.Show(new List<int> { 1 }.M(\"b\")));"),
        Of("extension block of a type parameter", "public static class S { extension<T>(T a) where T : notnull { {c}public string? M() => a.ToString(); } } public static class C { public static string? N<T>(T a) where T : notnull => a.M(); }", "Log.Add(Log.Show(C.N(3)));"),
        Of("extension block by reference", "public static class S { extension(ref int a) { {c}public void M() => a++; } }", "var a = 1; a.M(); Log.Add(Log.Show(a));"),
        Of("extension block of a span", "public static class S { extension(ReadOnlySpan<int> a) { {c}public int M() => a.Length; } }", "int[] a = [1, 2]; Log.Add(Log.Show(a.M()));"),
        Of("async method of an extension block", "public static class S { extension(string a) { {c}public async Task<int> M() { await Task.Yield(); return a.Length; } } }", "Log.Add(Log.Show(await \"a\".M()));"),
        Of("tag over the receiver of an extension block", "public static class S { extension(string a) { {c}[Tag(\"empty\", From = \"a.Length == 0\")] public int M([Tag] bool b) => a.Length; } }", "Log.Add(Log.Show(\"a\".M(true)));"),
        Of("extension block of an instrumented class", "[Instrumented(\"{m}_seconds\")] public static class S { extension(string a) { {c}public int M() => a.Length; public int P => 2; } }", "Log.Add(Log.Show(\"a\".M() + \"b\".P));"),
        Of("property of an extension block", "public static class S { extension(string a) { public int P { {c}get => a.Length; } } }", "Log.Add(Log.Show(\"a\".P));"),
        Of("null-conditional assignment", Plain + "public class S { public int A; public static int N(S? s) { s?.A = T.M(2); s?.A += T.M(1); return s?.A ?? 0; } }", "Log.Add(Log.Show(S.N(new S()) + S.N(null)));", 2),
        Of("`field`", Plain + "public class S { public int P { get => T.M(field); set => field = T.M(value); } }", "Log.Add(Log.Show(new S { P = 2 }.P));", 2),
        Of("partial constructor and event", Plain + "public partial class S { public partial S(); public partial event Action E; public int A; } public partial class S { public partial S() => A = T.M(1); public partial event Action E { add => A += T.M(2); remove { } } }", "var s = new S(); s.E += static () => { }; Log.Add(Log.Show(s.A));", 2),
        Of("an array where a span is wanted", "public class S { {c}public string M(ReadOnlySpan<int> a) => \"span\"; public string M(object a) => \"object\"; }", "int[] a = [1]; Log.Add(new S().M(a));"),
        Of("an array where an enumerable is better known", "public class S { {c}public string M(Span<int> a) => \"span\"; public string M(IEnumerable<int> a) => \"enumerable\"; }", "int[] a = [1]; List<int> b = [1]; Log.Add(new S().M(a) + new S().M(b));"),
        Of("an array that is the receiver of a span's extension", "public static class S { {c}public static string M<T>(this ReadOnlySpan<T> a) => \"span\"; }", "string[] a = [\"\"]; Log.Add(a.M());"),
        Of("`nameof` of an unbound generic type", "public static class S { {c}[Tag(\"kind\", From = \"nameof(List<>)\")] public static string M() => nameof(Dictionary<,>); }", "Log.Add(S.M());"),
        Of("modifiers of lambda parameters without types", Plain + "public delegate bool D(int a, out int b); public class S { public int N() { D d = (a, out b) => { b = T.M(a); return true; }; return d(1, out var c) ? c : 0; } }", Call),
        Of("compound assignment operator", Plain + "public class S { public int A; public void operator +=(int a) => A += T.M(a); public void operator ++() => A += T.M(1); public int N() { var s = this; s += 2; s++; return A; } }", Call, 2),
        Of("type with such an operator", "public class S { public int A; public void operator +=(int a) => A += a; {c}public int M(int a) { var s = this; s += a; return A; } }", "Log.Add(Log.Show(new S().M(2)));"),
    ];

    private static Shape Of(string name, string types, string calls, int times = 1) => Shape.OfCall(name, types, calls, times) with { Group = "C# 14" };
}
