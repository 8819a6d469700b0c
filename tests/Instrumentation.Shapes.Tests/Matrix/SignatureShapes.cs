namespace Instrumentation.Shapes.Tests.Matrix;

/// <summary>Shapes of signatures.</summary>
internal static class SignatureShapes
{
    private const string Show = "Log.Add(Log.Show({0}));";

    public static IReadOnlyList<Shape> All { get; } =
    [
        Value("no parameters", "int M()", "=> 1;", "x.M()"),
        Shape.OfMethod("`void`", "void M(int a)", "{ }", "x.M(1);"),
        Shape.OfMethod("`ref`, `in`, `out`, `ref readonly`", "int M(ref int a, in int b, out int c, ref readonly int d)", "{ a++; c = b + d; return a; }", "int a = 1, b = 2, d = 3; Log.Add($\"{x.M(ref a, in b, out var c, in d)} {a} {c}\");"),
        Shape.OfMethod("`scoped` and spans", "int M(scoped ref int a, scoped ReadOnlySpan<char> b, Span<int> c)", "{ a++; c[0]++; return b.Length; }", "var a = 1; Span<int> c = [1]; Log.Add($\"{x.M(ref a, \"ab\", c)} {a} {c[0]}\");"),
        Shape.OfMethod("`ref struct` parameter and result", "Window M(Window a)", "{ a.Items[0]++; return a; }", "var a = new Window(new int[1]); Log.Add($\"{x.M(a).Items[0]}\");"),
        Value("`params` array", "int M(params int[] a)", "=> a.Length;", "x.M(1, 2, 3)"),
        Value("`params` span", "int M(params ReadOnlySpan<int> a)", "=> a.Length;", "x.M(1, 2, 3)"),
        Value("`params` collection", "int M(params List<string> a)", "=> a.Count;", "x.M(\"1\", \"2\")"),
        Value("optional values", "string M(int a = 1, string? b = null, DayOfWeek c = DayOfWeek.Friday, decimal d = 1.50m, Color? e = Color.Blue, DateTime f = default)", "=> $\"{a}{b}{c}{d.ToString(System.Globalization.CultureInfo.InvariantCulture)}{e}{f.Ticks}\";", "x.M(c: DayOfWeek.Monday)"),
        Value("caller information", "string M([System.Runtime.CompilerServices.CallerMemberName] string a = \"\", [System.Runtime.CompilerServices.CallerLineNumber] int b = 0)", "=> a + b;", "x.M()"),
        Value("caller's argument", "string M(object a, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(a))] string b = \"\")", "=> b;", "x.M(1 + 1)"),
        Value("generic method with constraints", "string M<T, TKey>(T a, TKey b) where T : class?, IComparable<T>? where TKey : struct, Enum", "=> $\"{a}{b}\";", "x.M(\"a\", DayOfWeek.Friday)"),
        Value("`allows ref struct`", "int M<T>(T a) where T : allows ref struct", "=> 1;", "x.M<ReadOnlySpan<int>>([1])"),
        Value("`T?` without a constraint", "T? M<T>(T? a)", "=> a;", "x.M<string>(null)"),
        Shape.OfMethod("`ref` return", "ref int M()", "=> ref Cells.Cell;", "x.M()++; Log.Add(Log.Show(x is null)); Cells.Cell--;"),
        Shape.OfMethod("`ref readonly` return", "ref readonly int M()", "=> ref Cells.Cell;", "ref readonly var a = ref x.M(); Log.Add(Log.Show(a));"),
        Shape.OfMethod("span result", "ReadOnlySpan<char> M(string a)", "=> a.AsSpan(1);", "Log.Add(x.M(\"abc\").ToString());"),
        Shape.OfMethod("pointers", "int* M(int* a, delegate*<int, int> b)", "{ *a = b(*a); return a; }", "var a = 4; Log.Add(Log.Show(*x.M(&a, &Program.Twice)));", "unsafe"),
        Value("nullable flow attributes", "bool M(string? a, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? b)", "{ b = a; return b is not null; }", "x.M(\"a\", out var b) ? b.Length : 0"),
        Value("`dynamic` parameter and result", "dynamic M(dynamic a, int b)", "=> a;", "(object)x.M(3, 1)"),
        Shape.OfMethod("`dynamic` by reference", "int M(ref dynamic a)", "{ a = 2; return 1; }", "dynamic a = 1; int b = x.M(ref a); Log.Add(Log.Show(b));"),
        Value("tuples, arrays, native integers", "(int A, string? B)[] M((int X, nint Y)? a, int[,] b)", "=> [(1, null)];", "x.M(null, new int[1, 1])"),
        Value("keyword names", "int @event(int @class, string @in)", "=> @class;", "x.@event(1, \"\")"),
        Shape.OfMethod("`Task`", "Task M()", "=> Task.CompletedTask;", "await x.M();"),
        Shape.OfMethod("`async Task<T>`", "Task<int> M(int a)", "{ await Task.Yield(); return a; }", Awaited("x.M(2)"), "async"),
        Shape.OfMethod("`Task<dynamic>`", "Task<dynamic> M()", "{ await Task.Yield(); return 1; }", "object a = await x.M(); Log.Add(Log.Show(a));", "async"),
        Shape.OfMethod("`async ValueTask<T>`", "ValueTask<string?> M(int a)", "{ await Task.Yield(); return null; }", Awaited("x.M(2)"), "async"),
        Shape.OfMethod("`async void`", "void M()", "{ await Task.Yield(); }", "x.M(); await Task.Delay(1);", "async"),
        Shape.OfMethod("iterator", "IEnumerable<int> M(int a)", "{ yield return a; }", "foreach (var a in x.M(1)) { Log.Add(Log.Show(a)); }"),
        Shape.OfMethod("async iterator", "IAsyncEnumerable<int> M(int a)", "{ await Task.Yield(); yield return a; }", "await foreach (var a in x.M(1)) { Log.Add(Log.Show(a)); }", "async"),
        Shape.OfMethod("iterator without an element type", "System.Collections.IEnumerable M(int a)", "{ yield return a; }", "foreach (var a in x.M(1)) { Log.Add(Log.Show(a)); }"),
        Shape.OfMethod("enumerator", "IEnumerator<int> M(int a)", "{ yield return a; }", "var a = x.M(1); a.MoveNext(); Log.Add(Log.Show(a.Current));"),
        Value("awaitable of its own type", "System.Runtime.CompilerServices.YieldAwaitable M()", "=> Task.Yield();", "x.M()"),
        Value("`TaskCompletionSource` and other names with \"Task\"", "TaskCompletionSource M()", "=> new();", "x.M().Task.IsCompleted"),
    ];

    private static Shape Value(string name, string header, string body, string call) =>
        Shape.OfMethod(name, header, body, Show.Replace("{0}", call, StringComparison.Ordinal));

    private static string Awaited(string call) => Show.Replace("{0}", "await " + call, StringComparison.Ordinal);
}
