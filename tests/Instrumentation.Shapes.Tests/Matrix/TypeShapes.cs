namespace Instrumentation.Shapes.Tests.Matrix;

/// <summary>Shapes of types and of members in them.</summary>
internal static class TypeShapes
{
    private const string Call = "Log.Add(Log.Show(new S().M()));";
    private const string Injected = "Log.Add(Log.Show(x.M()));";

    public static IReadOnlyList<Shape> All { get; } =
    [
        Shape.OfType("sealed class", "public sealed class S { {c}public int M() => 1; }", Call, "public interface I { int M(); } public sealed class S : I { {c}public int M() => 1; }", Injected),
        Shape.OfType("internal class", "internal sealed class S { {c}internal int M() => 1; }", Call, "internal interface I { int M(); } internal sealed class S : I { {c}public int M() => 1; }", Injected),
        Shape.OfType("static method", "public class S { {c}public static int M() => 1; }", "Log.Add(Log.Show(S.M()));"),
        Shape.OfType("extension method", "public static class S { {c}public static int M(this string a, int b = 1) => b; }", "Log.Add(Log.Show(\"\".M()));"),
        Shape.OfType("extension method, called by its class", "public static class S { {c}public static int M(this string a, int b = 1) => b; }", "Log.Add(Log.Show(S.M(\"\", 2)));"),
        Shape.OfType("extension method of a type parameter", "public static class S { {c}public static string? M<T>(this T a) where T : notnull => a.ToString(); } public static class C { public static string? N<T>(T a) where T : notnull => a.M(); }", "Log.Add(Log.Show(C.N(3)));"),
        Shape.OfType("struct", "public struct S { public int Count; {c}public int M() => ++Count; }", "var s = new S(); s.M(); Log.Add(Log.Show(s.Count));"),
        Shape.OfType("readonly struct, readonly method", "public readonly struct S(int a) { {c}public int M() => a; }", "Log.Add(Log.Show(new S(2).M()));"),
        Shape.OfType("record", "public record S(int A = 1) { {c}public int M() => A; }", Call, "public interface I { int M(); } public record S(int A = 1) : I { {c}public int M() => A; }", Injected),
        Shape.OfType("primary constructor", "public class S(int a = 1) { {c}public int M() => a; }", Call, "public interface I { int M(); } public class S(int a = 1) : I { {c}public int M() => a; }", Injected),
        Shape.OfType("nested class", "public class O { public class S { {c}public int M() => 1; } }", "Log.Add(Log.Show(new O.S().M()));", "public interface I { int M(); } public class O { public class S : I { {c}public int M() => 1; } }", Injected, ShapeProgram.Injected("I", "O.S")),
        Shape.OfType("generic class", "public class S<T> where T : notnull { {c}public T? M(T? a) => a; }", "Log.Add(Log.Show(new S<string>().M(null)));", "public interface I<T> { T? M(T? a); } public class S<T> : I<T> where T : notnull { {c}public T? M(T? a) => a; }", "Log.Add(Log.Show(x.M(\"a\")));", ShapeProgram.Injected("I<string>", "S<string>")),
        Shape.OfType("generic class, registered open", "public class S<T> { {c}public T M(T a) => a; }", "Log.Add(Log.Show(new S<int>().M(1)));", "public interface I<T, out TKey> where TKey : struct { TKey M(T a); } public class S<T, TKey> : I<T, TKey> where TKey : struct { {c}public TKey M(T a) => default; }", "Log.Add(Log.Show(x.M(\"a\")));", ShapeProgram.Registered("I<string, int>", "AddScoped(services, typeof(I<,>), typeof(S<,>))")),
        Shape.OfType("class derived from a generic class", "public class B<T> { {c}public T M(T a) => a; } public class S : B<int> { }", "Log.Add(Log.Show(new S().M(1)));", "public interface I { int M(); } public class G<T> : I where T : notnull { {c}public int M() => 1; } public class S : G<int> { }", Injected),
        Shape.OfType("class of two forms of one interface", "public class S { {c}public int M(int a) => a; }", "Log.Add(Log.Show(new S().M(1)));", "public interface I<in T> { string M(T a); } public class S : I<int>, I<string> { {c}public string M(int a) => \"number\"; public string M(string a) => \"text\"; }", "Log.Add(x.M(1)); Log.Add(((I<string>)x).M(\"\"));", ShapeProgram.Injected("I<int>", "S")),
        Shape.OfType("nested in a generic class", "public class O<T> { public class S<TKey> where TKey : struct { {c}public (T?, TKey) M(T? a, TKey b) => (a, b); } }", "Log.Add(Log.Show(new O<string>.S<int>().M(null, 1)));", "public interface I<T> { T M(T a); } public class O<T> { public class S<TKey> : I<TKey> where TKey : struct { {c}public TKey M(TKey a) => a; } }", "Log.Add(Log.Show(x.M(1)));", ShapeProgram.Injected("I<int>", "O<string>.S<int>")),
        Shape.OfType("abstract method", "public abstract class B { {c}public abstract int M(); } public class S : B { public override int M() => 1; }", "B b = new S(); Log.Add(Log.Show(b.M()));"),
        Shape.OfType("virtual method, overridden", "public class B { {c}public virtual int M() => 1; } public class S : B { public override int M() => 2; }", "B b = new S(); Log.Add(Log.Show(b.M()));", "public interface I { int M(); } public class B : I { {c}public virtual int M() => 1; } public class S : B { public override int M() => 2; }", Injected),
        Shape.OfType("method of an interface", "public interface I { {c}int M(); } public class S : I { public int M() => 1; }", "I i = new S(); Log.Add(Log.Show(i.M()));"),
        Shape.OfType("default interface member", "public interface I { {c}int M() => 1; } public class S : I { }", "I i = new S(); Log.Add(Log.Show(i.M()));"),
        Shape.OfType("static interface member", "public interface I { {c}static int M() => 1; }", "Log.Add(Log.Show(I.M()));"),
        Shape.OfType("static abstract member", "public interface I { {c}static abstract int M(); } public class S : I { public static int M() => 1; } public static class C { public static int Call<T>() where T : I => T.M(); }", "Log.Add(Log.Show(C.Call<S>()));"),
        Shape.OfType("explicit implementation", "public interface I { int M(); } public class S : I { {c}int I.M() => 1; }", "I i = new S(); Log.Add(Log.Show(i.M()));", "public interface I { int M(); } public class S : I { {c}int I.M() => 1; }", Injected),
        Shape.OfType("explicit implementation of a generic interface", "public interface I<T> { T? M(); } public class S : I<string> { {c}string? I<string>.M() => null; }", "I<string> i = new S(); Log.Add(Log.Show(i.M()));", "public interface IBase<T> { T? M(); } public interface I : IBase<string> { } public class S : I { {c}string? IBase<string>.M() => null; }", Injected),
        Shape.OfType("interface with properties, events, indexers", "public class S { {c}public int M() => 1; }", Call, "public interface I { int P { get; set; } event Action E; int this[int i] { get; } int M(); sealed int Own() => Hidden(); private int Hidden() => 2; } public class S : I { public int P { get; set; } public event Action E = static () => { }; public int this[int i] => i; {c}public int M() { E(); return 1; } }", "x.P = 2; Log.Add(Log.Show(x.M() + x.P + x[3] + x.Own()));"),
        Shape.OfType("interface with an `init` property", "public class S { {c}public int M() => 1; }", Call, "public interface I { int P { get; init; } int M(); } public class S : I { public int P { get; init; } {c}public int M() => 1; }", Injected),
        Shape.OfType("private method", "public class S { {c}private int M() => 1; public int N() => M(); }", "Log.Add(Log.Show(new S().N()));"),
        Shape.OfType("private static method of a static class", "public static class S { {c}private static int M(int a) => a; public static int N() => M(1); }", "Log.Add(Log.Show(S.N()));"),
        Shape.OfType("private generic method", "public class S { {c}private T M<T>(T a) => a; public int N() => M(1); }", "Log.Add(Log.Show(new S().N()));"),
        Shape.OfType("protected method", "public class B { {c}protected int M() => 1; } public class S : B { public int N() => M(); }", "Log.Add(Log.Show(new S().N()));"),
        Shape.OfType("private class", "public class O { private class S { {c}public int M() => 1; } public static int N() => new S().M(); }", "Log.Add(Log.Show(O.N()));"),
        Shape.OfType("file-local class", "file class S { {c}public int M() => 1; } public static class C { public static int N() => new S().M(); }", "Log.Add(Log.Show(C.N()));"),
        Shape.OfType("`ref struct`", "public ref struct S { {c}public int M() => 1; } public static class C { public static int N() { var s = new S(); return s.M(); } }", "Log.Add(Log.Show(C.N()));"),
        Shape.OfType("obsolete", "public class S { {c}[Obsolete(\"old\")] public int M() => 1; }\n#pragma warning disable CS0618", Call),
        Shape.OfType("local function", "public class S { public int N() { return M(); int M() => 1; } }", "Log.Add(Log.Show(new S().N()));"),
    ];
}
