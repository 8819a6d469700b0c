using System.IO.Pipelines;
using System.Text;
using Instrumentation.Exposition;
using Instrumentation.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Tests;

/// <summary>Instruments that are called by hand: every shape of declaration gets a body that compiles without a warning, and what is not ours is not touched.</summary>
public sealed class HandCalledTests
{
    // Undocumented members are the source's own; the compiler only says so once a method has its body.
    private const string Enums = """

        #pragma warning disable CS1591
        namespace N;

        public enum Kind { Small, Large }

        """;

    public static TheoryData<string, string> Shapes => new()
    {
        { "static", "public static partial class M { [MetricCounter(\"m_total\")] public static partial void Add([Tag] Kind kind, [Value] long by); public static void Call() => Add(Kind.Small, 2); }" },
        { "instance", "public sealed partial class M { private int _a; [MetricCounter(\"m_total\")] internal partial void Add(); public void Call() { _a++; Add(); } }" },
        { "this in an expression", "public partial class M { public bool On => true; [MetricCounter(\"m_total\")] [Tag(\"on\", From = \"this.On\")] public partial void Add(int target); }" },
        { "struct and this", "public partial struct M { public bool On => true; [MetricCounter(\"m_total\")] [Tag(\"on\", From = \"On\")] public readonly partial void Add(); }" },
        { "ref struct", "public ref partial struct M { public ReadOnlySpan<char> Text; [MetricGauge(\"m\")] public partial void Set([Value] double a); }" },
        { "record, record struct, interface", "public partial record R(int A) { [MetricCounter(\"m_total\")] public partial void Add(); }\npublic readonly partial record struct S(int A) { [MetricCounter(\"m_total\")] public partial void Add(); }\npublic partial interface I<in T, out U> where T : class { [MetricCounter(\"m_total\")] public static partial void Add(); }" },
        { "every accessibility", "public abstract partial class M { [MetricCounter(\"a_total\")] private static partial void A(); [MetricCounter(\"b_total\")] protected partial void B(); [MetricCounter(\"c_total\")] private protected partial void C(); [MetricCounter(\"d_total\")] protected internal partial void D(); [MetricCounter(\"e_total\")] static partial void E(); [MetricCounter(\"f_total\")] partial void F(); public void Call() { A(); B(); C(); D(); E(); F(); } }" },
        { "virtual, override, sealed, new", "public partial class B { [MetricCounter(\"b_total\")] public virtual partial void Add<T>(T a) where T : struct; [MetricCounter(\"c_total\")] public partial void Same(); }\npublic partial class D : B { [MetricCounter(\"d_total\")] public sealed override partial void Add<T>(T a); [MetricCounter(\"e_total\")] public new partial void Same(); }" },
        { "nested and generic", "public static partial class Outer<T> where T : class? { internal partial struct Mid { internal sealed partial class Inner<TKey> { [MetricCounter(\"m_total\")] [Tag(\"none\", From = \"item is null\")] public static partial void Add<U>(T item, TKey key, U? other, [Tag] Kind? kind) where U : struct, IComparable<U>; } } }" },
        { "private nested types", "public static partial class M { private enum Own { A, B } [MetricCounter(\"m_total\")] private static partial void Add([Tag] Own own, [Tag(\"bounded\", MaxValues = 3)] Secret secret); private struct Secret { } public static void Call() => Add(Own.A, default); }" },
        { "keyword names", "namespace @class.@event { public static partial class @struct { [MetricCounter(\"m_total\")] public static partial void @return<@int>([Tag] Kind @in, [Value] int @value, [Tag(\"field\")] bool @field, @int @record); } }" },
        { "unlucky parameter names", "public static partial class M { [MetricCounter(\"m_total\")] [Tag(\"t\", From = \"kindTag.Length\", Values = [\"1\"])] public static partial void Add([Tag] Kind kind, string kindTag, int kindTag_, bool target, bool result, int failure); }" },
        { "unlucky member names", "public static partial class M { private const int MInstruments = 1, s_add_MTotal = 2, s_addName = 3; public sealed class Metrics { } public sealed class Instrumentation { } [MetricCounter(\"m_total\")] public static partial void Add([Tag(MaxValues = 2)] string name); public static int Call() => MInstruments + s_add_MTotal + s_addName; }" },
        { "nullable", "public static partial class M { [MetricCounter(\"m_total\")] public static partial void Add([Tag] Kind? kind, [Tag] bool? on, [Tag(Values = [\"a\"])] string? a, [Tag(MaxValues = 3)] string? b, [Value] int? by, List<string?>? list, (int A, string? B) pair); }" },
        { "oblivious", "#nullable disable\npublic static partial class M { [MetricCounter(\"m_total\")] public static partial void Add([Tag(Values = [\"a\"])] string a, List<string> list); }\n#nullable restore" },
        { "default arguments", "public static partial class M { [MetricCounter(\"m_total\")] public static partial void Add([Tag] Kind kind = Kind.Large, [Value] long by = 1, string? a = null, [System.Runtime.CompilerServices.CallerMemberName] string b = \"\"); public static void Call() { Add(); Add(by: 3); } }" },
        { "ref kinds, params, extension", "public static partial class M { [MetricGauge(\"m\")] public static partial void Set(this in Guid id, ref int a, ref readonly int b, scoped ref Span<int> c, scoped ReadOnlySpan<char> d, [Value] in double e, params ReadOnlySpan<int> f); [MetricCounter(\"n_total\")] public static partial void Add(params string[] more); }" },
        { "unsafe", "public static unsafe partial class M { [MetricCounter(\"m_total\")] public static partial void Add(int* a, [Value] int by); [MetricCounter(\"n_total\")] public static unsafe partial void More(delegate*<int, void> a); }" },
        { "overloads", "public static partial class M { [MetricCounter(\"m_total\")] public static partial void Add(int a); [MetricCounter(\"m_total\")] public static partial void Add(string a); [MetricCounter(\"m_total\")] public static partial void Add2(); }" },
        { "several instruments", "public static partial class M { [MetricCounter(\"a_total\"), MetricCounter(\"a_total\")] [MetricCounter(\"b_total\", Value = \"1\", Tags = [])] [MetricHistogram(\"c_bytes\", Buckets = [1, 2.5])] [MetricUpDownCounter(\"d\")] [MetricGauge(\"e\", Value = \"size * 0.5\")] public static partial void Add([Tag] Kind kind, [Value] int size); }" },
        { "summaries", "public static partial class M { [MetricSummary(\"a_bytes\", Unit = \"bytes\")] [MetricCounter(\"a_total\", Value = \"1\")] public static partial void A([Tag] Kind kind, [Value] int size); [MetricSummary(\"b_seconds\")] public static partial void B([Value] TimeSpan? v); [MetricSummary(\"c\", Value = \"0.5\")] public static partial void C(); }" },
        { "every kind of value", "public static partial class M { [MetricCounter(\"a_total\")] public static partial void A([Value] byte v); [MetricHistogram(\"b\")] public static partial void B([Value] decimal v); [MetricHistogram(\"c\")] public static partial void C([Value] decimal? v); [MetricHistogram(\"d_seconds\")] public static partial void D([Value] TimeSpan v); [MetricHistogram(\"e_seconds\")] public static partial void E([Value] TimeSpan? v); [MetricGauge(\"f\")] public static partial void F([Value] bool v); [MetricGauge(\"g\")] public static partial void G([Value] float? v); [MetricUpDownCounter(\"h\")] public static partial void H([Value] short? v); [MetricGauge(\"i\")] public static partial void I([Value] ulong v); [MetricGauge(\"j\")] public static partial void J([Value] nint v); }" },
        { "expressions that may throw", "public partial class M { public string? Name; [MetricUpDownCounter(\"m\", Value = \"text.Length - 1\")] [MetricCounter(\"m_total\", Value = \"text.Length\")] [Tag(\"empty\", From = \"text.Length == Name.Length\")] [Tag(\"first\", From = \"text[0]\", MaxValues = 5)] public partial void Add(string text); }" },
        { "tags of the type", "[Tag(\"component\", Value = \"billing\")] [Tag(\"kind\", From = \"kind\")] public static partial class M { [MetricCounter(\"m_total\")] public static partial void Add(Kind kind); [MetricCounter(\"n_total\")] public static partial void More(); }" },
        { "attributes of the user", "public static partial class M { [MetricCounter(\"m_total\")] [System.Diagnostics.DebuggerStepThrough] [System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage] [Obsolete(\"old\")] [System.Diagnostics.Conditional(\"DEBUG\")] static partial void Add(); }" },
        { "attributes and parts of the type in two places", "[Tag(\"a\", Value = \"b\")] public static partial class M { [MetricCounter(\"m_total\")] public static partial void Add(); }\n[Instrumented] public static partial class M { public static int Woven() => 1; [MetricCounter(\"n_total\")] public static partial void More(); public static int Call() => Woven(); }" },
        { "beside woven partials with attributes on both halves", "public static partial class M { [MetricCounter(\"m_total\")] public static partial void Add(); [MetricCounter(\"n_total\")] internal static partial int Both(int a); [MetricHistogram(\"o_seconds\")] internal static partial int Both(int a) => a; public static int Call() => Both(1); }" },
    };

    public static TheoryData<string, string> Others => new()
    {
        { "no attribute of ours", "[Instrumented] public static partial class M { internal static partial void Log(string a); public static partial int Count(); public static int Call() { Log(\"\"); return Count(); } }" },
        { "returns something", "public static partial class M { [MetricCounter(\"m_total\")] public static partial int Add(); }" },
        { "out parameter", "public static partial class M { [MetricCounter(\"m_total\")] public static partial void Add(out int a); }" },
        { "two values", "public static partial class M { [MetricCounter(\"m_total\")] public static partial void Add([Value] int a, [Value] int b); }" },
        { "measured as a call", "public static partial class M { [Instrumented, MetricCounter(\"m_total\")] public static partial void Add(); }" },
        { "histogram without a value", "public static partial class M { [MetricHistogram(\"m\")] public static partial void Add(); }" },
        { "summary without a value", "public static partial class M { [MetricSummary(\"m\")] public static partial void Add(); }" },
        { "flag that is counted", "public static partial class M { [MetricCounter(\"m_total\")] public static partial void Add([Value] bool a); }" },
        { "value that is no number", "public static partial class M { [MetricGauge(\"m\")] public static partial void Add([Value] string a); }" },
        { "one bad instrument of two", "public static partial class M { [MetricCounter(\"m_total\"), MetricCounter(\"not a name\")] public static partial void Add(); }" },
        { "expression that does not bind", "public static partial class M { [MetricCounter(\"m_total\", Value = \"nothing.here\")] public static partial void Add(); }" },
        { "file-local type", "file static partial class M { [MetricCounter(\"m_total\")] internal static partial void Add(); }" },
        { "type that is not partial", "public static class M { [MetricCounter(\"m_total\")] public static partial void Add(); }" },
        { "outer type that is not partial", "public static class O { public static partial class M { [MetricCounter(\"m_total\")] public static partial void Add(); } }" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Method_OfEveryShape_GetsABodyWithoutAWarning(string shape, string types)
    {
        // A namespace of its own cannot follow the file-scoped one.
        var (kinds, source) = types.StartsWith("namespace", StringComparison.Ordinal) ? (Enums, "\n#pragma warning disable CS1591\nusing N;\n" + types) : (string.Empty, Enums + types);
        GeneratorHarness.Run(GeneratorHarness.Compile(("Source.cs", GeneratorHarness.GlobalUsings + source), ("Kinds.cs", kinds)), out var after);
        Assert.True(after.GetDiagnostics().All(static diagnostic => diagnostic.Severity != DiagnosticSeverity.Error), shape);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Method_ThatIsNotOurs_IsNotTouched(string reason, string types)
    {
        var files = GeneratorHarness.Generate(Enums + types);
        Assert.False(files.Keys.Any(static name => name.EndsWith(".Instruments.g.cs", StringComparison.Ordinal)), reason);
    }

    [Fact]
    public void BodyOfAnotherGenerator_BesideOurs_IsNotTouched()
    {
        var files = GeneratorHarness.Generate(Enums + "[Instrumented] public static partial class M { [MetricCounter(\"m_total\")] public static partial void Ours(); public static partial void Theirs(string a); }");
        Assert.DoesNotContain("Theirs", string.Concat(files.Values), StringComparison.Ordinal);
        Assert.Contains("partial void Ours()", files["N.M.Instruments.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_WhileNobodyCollects_RecordsNothing()
    {
        var assembly = GeneratorHarness.Load(("Source.cs", GeneratorHarness.GlobalUsings + Enums + "public static partial class M { [MetricCounter(\"idle_total\")] [MetricGauge(\"idle\")] public static partial void Add([Value] int by); }"));
        assembly.GetType("N.M")!.GetMethod("Add")!.Invoke(null, [3]);

        using var stream = new MemoryStream();
        var writer = PipeWriter.Create(stream);
        await PrometheusExposition.WriteAsync(writer, CancellationToken.None);
        var text = Encoding.UTF8.GetString(stream.ToArray());
        Assert.Contains("\nidle_total 0\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\nidle 3", text, StringComparison.Ordinal);
    }

    [Fact]
    public void UnusedTag_IsNotComputed()
    {
        var files = GeneratorHarness.Generate(Enums + "public static partial class M { [MetricCounter(\"m_total\", Tags = [\"kind\"])] public static partial void Add([Tag] Kind kind, [Tag(MaxValues = 5)] string name); }");
        Assert.DoesNotContain("BoundedTag", files["N.M.Instruments.g.cs"], StringComparison.Ordinal);
    }
}
