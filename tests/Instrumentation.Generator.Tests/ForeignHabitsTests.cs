using Instrumentation.Generator.Tests.Infrastructure;

namespace Instrumentation.Generator.Tests;

/// <summary>What large programs by others do and ours do not: with every method of theirs instrumented, they compile without a new warning.</summary>
public sealed class ForeignHabitsTests
{
    private const string Everything = "\n[assembly: Instrumented(Access = InstrumentedAccess.Private)]\n";

    [Theory]

    // Castle.Core, System.Text.RegularExpressions: CS9144.
    [InlineData("a generic method calls itself", "public static class X { public static T? M<T>(this Type type, int depth) where T : Attribute => depth == 0 ? null : type.M<T>(depth - 1); public static T[] N<T>(Type type, T one) => N<T>(type, one); public static int O<T>(T a) => O(1) + O(a); }\npublic class G<T> { public T M<U>(U a, T b) => M(a, b); public T N(T a) => N(a); }\n#nullable disable\npublic static class Y { public static T M<T>(this Type type, int depth) where T : Attribute => depth == 0 ? null : type.M<T>(depth - 1); }")]

    // Castle.Core, xunit.core, BenchmarkDotNet: CS3001, CS3002, CS3016.
    [InlineData("an assembly says that it complies with the CLS", "[assembly: CLSCompliant(true)]\npublic interface I { uint M(ulong a); }\npublic class X : I { [CLSCompliant(false)] public uint M(ulong a) => 1; [CLSCompliant(false)] public void N(sbyte a, ushort[] b) { } public int n(int _a) => 1; public int Call() => n(1); }")]

    // xunit.core, which brings it for old frameworks: CS0436.
    [InlineData("a program has the framework's attributes itself", "namespace System.Diagnostics.CodeAnalysis { [AttributeUsage(AttributeTargets.All)] internal sealed class ExcludeFromCodeCoverageAttribute : Attribute { } }\nnamespace N { public class X { public int M() => 1; public int Call() => M(); } }")]

    // System.Text.Json, System.Net.Http: SYSLIB0051 on what is overridden.
    [InlineData("what is overridden is obsolete", "public class Old { [Obsolete(\"old\", DiagnosticId = \"OLD1\")] public virtual int M() => 1; }\n#pragma warning disable CS0672\npublic class New : Old { public override int M() => 2; }\n#pragma warning restore\n#pragma warning disable OLD1\npublic static class C { public static int Call(New a) => a.M(); }\n#pragma warning restore")]

    // Kestrel: SYSLIB0058 on the type of a property that only the decorator names.
    [InlineData("a property's type is obsolete", "[Obsolete(\"old\", DiagnosticId = \"OLD2\")] public enum Kind { A }\n#pragma warning disable OLD2\npublic interface I { Kind Kind { get; } [Obsolete(\"old\", DiagnosticId = \"OLD3\")] int Size { get; } int M(); }\n#pragma warning disable OLD3\npublic class X : I { public Kind Kind => Kind.A; public int Size => 1; public int M() => 1; }\n#pragma warning restore")]

    // Newtonsoft.Json: SYSLIB0050 on the interface that its decorator stands for.
    [InlineData("a service is obsolete in a way of its own", "[Obsolete(\"old\", DiagnosticId = \"OLD4\")] public interface IOld { int M(); }\n#pragma warning disable OLD4\npublic class X : IOld { public int M() => 1; }\n#pragma warning restore")]

    // Microsoft.Extensions.Logging.Console: CS0619.
    [InlineData("a type is obsolete as an error", "[Obsolete(\"gone\", true)] public interface IOld { IOld Next(); }\n[Obsolete(\"gone\", true)] public class Old : IOld { public IOld Next() => this; }\npublic interface IBoth { int M(); [Obsolete(\"gone\", true)] List<Old>? Olds { get; } }\npublic class Both : IBoth { public int M() => 1; [Obsolete(\"gone\", true)] public List<Old>? Olds => null; [Obsolete(\"gone\", true)] public Old? N<T>(T a) where T : IOld => null; }")]

    // xunit.core: CS0695.
    [InlineData("two interfaces can become one", "public class Rows : IEnumerable<object[]> { public IEnumerator<object[]> GetEnumerator() => throw new InvalidOperationException(); System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); public int Count() => 1; }\npublic class Rows<T> : Rows, IEnumerable<T> { IEnumerator<T> IEnumerable<T>.GetEnumerator() => throw new InvalidOperationException(); public int Add(T row) => Count(); }\npublic interface IAsk<T> { int M(T a); }\npublic class Ask<T> : IAsk<List<T>>, IAsk<T[]>, IAsk<int> { public int M(List<T> a) => 1; public int M(T[] a) => 2; public int M(int a) => 3; }")]

    // Microsoft.Extensions.Http, OpenTelemetry, System.Linq.Parallel: CS0528.
    [InlineData("an interface is listed with and without nullable annotations", "public interface IBase<T> { T? M(T? a); T? P { get; set; } }\n#nullable disable\npublic interface IOblivious : IBase<string> { }\npublic class Oblivious : IOblivious, IBase<string> { public string M(string a) => a; public string P { get; set; } }\npublic class Listed<T> : IOblivious, IBase<string>, IEnumerable<IGrouping<T, string>> { string IBase<string>.M(string a) => a; string IBase<string>.P { get; set; } public IEnumerator<IGrouping<T, string>> GetEnumerator() => null; System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => null; }\n#nullable enable\npublic class Aware : IOblivious, IBase<string> { public string? M(string? a) => a; public string? P { get; set; } }")]
    public void Program_WithAHabitOfOthers_CompilesWithoutANewWarning(string habit, string types)
    {
        Assert.NotEmpty(habit);
        var generated = GeneratorHarness.Generate(Everything + types);
        Assert.NotEmpty(generated);
    }

    /// <summary>Google.Protobuf: IL2067 and IL2091, and types trimmed away that a caller names.</summary>
    [Fact]
    public void MembersAskedOfTheTrimmer_AreAskedByAllThatIsGenerated()
    {
        const string Kept = "[System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.PublicMethods)]";
        const string Written = "[global::System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembersAttribute((global::System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes)(8))]";
        var generated = string.Join("\n", GeneratorHarness.Generate(Everything + $$"""
            public interface IMaker { T Make<{{Kept}} T>({{Kept}} Type type); {{Kept}} Type Kind { get; } }
            public class Maker<{{Kept}} TOwn> : IMaker
            {
                public T Make<{{Kept}} T>({{Kept}} Type type) => throw new InvalidOperationException();
                public async Task<T> MakeAsync<{{Kept}} T>({{Kept}} Type type) { await Task.Yield(); return Make<T>(type); }
                {{Kept}} public Type Kind => typeof(TOwn);
                [return: {{Kept.Trim('[', ']')}}] public Type Of({{Kept}} Type type) => type;
            }
            public class Closed
            {
                private int Hidden({{Kept}} Type type) => 1;
                public int Call() => Hidden(typeof(int));
            }
            internal static partial class Halves
            {
                [Instrumented] public static partial int Split<{{Kept}} T>({{Kept}} Type type);
                private static int SplitCore<{{Kept}} T>({{Kept}} Type type) => 1;
                [Instrumented] public static async partial Task<int> InPlace<{{Kept}} T>([Tag(MaxValues = 3)] string name, {{Kept}} Type type) { await Task.Yield(); return 1; }
                public static Task<int> Call() => InPlace<int>("", typeof(int));
            }
            public static class Caller { public static object Call(Maker<int> maker) => maker.Make<int>(maker.Of(typeof(int)).Same("")); public static Type Same({{Kept}} this Type type, string name) => type; }
            """).Values);
        foreach (var declaration in new[]
        {
            $"Make<{Written} TOwn, {Written} T>(global::Maker<TOwn> target, {Written} global::System.Type @type)",
            $"private static T Make_Call<{Written} TOwn, {Written} T>(global::Maker<TOwn> target, {Written} global::System.Type @type)",
            $"struct MakeAsync_Call<{Written} TOwn, {Written} T>",
            $"Task<T> Run(global::Maker<TOwn> target, {Written} global::System.Type @type)",
            $"[return: {Written.TrimStart('[')}",
            $"global::IMaker.Make<{Written} T>({Written} global::System.Type @type)",
            $"class InstrumentedMaker1<{Written} TOwn>",
            $"{Written} global::System.Type global::IMaker.Kind",
            $"({Written} this global::System.Type @type, string name)",
            $"_Call_Target(global::Closed target, {Written} global::System.Type @type)",
        })
        {
            Assert.Contains(declaration, generated, StringComparison.Ordinal);
        }
    }
}
