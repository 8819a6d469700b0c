using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Instrumentation.Analyzers.Rules;
using Instrumentation.Generator.Tests.Infrastructure;
using Instrumentation.Integration.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Shapes.Tests;

/// <summary>What the coverage says is true: the sentence of INS1000 and the embedded numbers are one, and each statement, run once, is recorded as often as they say.</summary>
public sealed class CoverageTruthTests
{
    private const string Declarations = GeneratorHarness.GlobalUsings + """

        using Microsoft.Extensions.DependencyInjection;
        using System.Runtime.CompilerServices;

        public interface IStore { int Add(int a); int Plain(); }
        public interface IShape { [Instrumented] int Area(); [Instrumented] int Sides() => 4; }
        public interface IRepository<T> { T Find(T id); }
        public class Base { [Instrumented] public virtual int Run() => 1; }
        public class Store : IStore { [Instrumented] public int Add(int a) => a; public int Plain() => 1; }
        public sealed class Special : Store { }
        public sealed class Fake : IStore { public int Add(int a) => a; public int Plain() => 1; }
        public sealed class Impl : IShape { public int Area() => 1; }
        public sealed class Repository<T> : IRepository<T> { [Instrumented] public T Find(T id) => id; }
        public struct Small : IStore { [Instrumented] public int Add(int a) => a; public int Plain() => 1; }
        public sealed class Held : IDisposable, IAsyncDisposable { [Instrumented] public void Dispose() { } [Instrumented] public ValueTask DisposeAsync() => default; }
        public interface IHeld : IDisposable { }
        public sealed class HeldByInterface : IHeld { [Instrumented] public void Dispose() { } }
        public sealed class Steps { private int _i; public Steps GetEnumerator() => this; public int Current => 1; [Instrumented] public bool MoveNext() => _i++ < 0; }
        public sealed class Sequence { [Instrumented] public IEnumerable<int> All() => [1]; }
        public sealed class Query { [Instrumented] public Query Select(Func<int, int> f) => this; [Instrumented] public Query Where(Func<int, bool> f) => this; }
        public sealed class Pair { [Instrumented] public void Deconstruct(out int a, out int b) => a = b = 1; }
        public sealed class Soon { [Instrumented] public TaskAwaiter GetAwaiter() => Task.CompletedTask.GetAwaiter(); }
        public sealed class Row { public int Length => 3; public int this[int i] => i; [Instrumented] public int Slice(int a, int b) => a; }
        public sealed class Bag : List<int> { [Instrumented] public new void Add(int a) { } }
        public class Sample : Base
        {
            protected readonly Store _store = new();
            protected readonly IStore _given = Given<IStore>();
            [Instrumented] public static int M(int a) => a;
            [Instrumented] public static int Over(int a) => 1;
            [Instrumented] public static int Over(string a) => 1;
            protected static int Take(Func<int> a) => a();
            protected static int Each(Func<int, int> a) => a(1);
            public static T Given<T>() where T : notnull => new ServiceCollection()
                .AddSingleton<IStore, Store>().AddSingleton<IHeld, HeldByInterface>().AddSingleton<IRepository<string>, Repository<string>>()
                .AddInstrumentation().BuildServiceProvider().GetRequiredService<T>();
        }

        """;

    /// <summary>Statements, with how many calls are measured and how many are not. Each is run once.</summary>
    private static readonly (string Text, int Measured, int Open)[] s_statements =
    [
        ("_store.Add(1); M(2); _given.Add(1); Run();", 4, 0),
        ("Store? a = _store; a?.Add(1); IStore? b = _given; b?.Add(1);", 2, 0),
        ("Take(() => M(1)); Each(i => _given.Add(i));", 2, 0),
        ("Each(M);", 0, 1),
        ("Each(_store.Add);", 0, 1),
        ("Each(_given.Add);", 1, 0),
        ("dynamic a = 1; M(a);", 0, 1),
        ("dynamic a = 1; _store.Add(a);", 0, 1),
        ("dynamic a = 1; Over(a);", 0, 1),
        ("dynamic a = _store; a.Add(1);", 0, 1),
        ("System.Linq.Expressions.Expression<Func<int>> a = () => M(1); a.Compile()();", 0, 1),
        ("System.Linq.Expressions.Expression<Func<int>> a = () => _given.Add(1); a.Compile()();", 1, 0),
        ("typeof(Store).GetMethod(nameof(Store.Add))!.Invoke(_store, [1]);", 0, 0),
        ("M(1); // instrumentation: off", 0, 1),
        ("base.Run();", 0, 1),
        ("Generic(_store); static int Generic<T>(T a) where T : Store => a.Add(1);", 0, 1),
        ("Generic(_store); static int Generic<T>(T a) where T : IStore => a.Add(1);", 0, 1),
        ("Generic(new Impl()); static int Generic<T>(T a) where T : IShape => a.Area();", 0, 1),
        ("IShape a = new Impl(); a.Area(); a.Sides();", 2, 0),
        ("IStore a = _store; a.Add(1); a.Plain();", 0, 1),
        ("IStore a = new Fake(); a.Add(1);", 0, 0),
        ("IStore a = new Small(); a.Add(1); new Small().Add(2);", 1, 1),
        ("IStore a = new Special(); a.Add(1);", 0, 1),
        ("IStore a; a = _store; a.Add(1);", 0, 2),
        ("((IStore)_store).Add(1); (_store as IStore)?.Add(1);", 0, 2),
        ("Given<IRepository<string>>().Find(\"\"); new Repository<int>().Find(1);", 2, 0),
        ("using (new Held()) { }", 0, 1),
        ("using var a = new Held();", 0, 1),
        ("await using var a = new Held();", 0, 1),
        ("new Held().Dispose(); IDisposable a = new StringReader(\"\"); a.Dispose();", 1, 0),
        ("using (Given<IHeld>()) { } Given<IHeld>().Dispose();", 2, 0),
        ("foreach (var i in new Steps()) { }", 0, 1),
        ("foreach (var i in new Sequence().All()) { }", 1, 0),
        ("_ = from i in new Query() where i > 1 select i + 1;", 0, 2),
        ("var (a, b) = new Pair(); _ = new Pair() is (1, 2);", 0, 2),
        ("foreach (var (a, b) in new[] { new Pair() }) { }", 0, 1),
        ("await new Soon();", 0, 1),
        ("_ = new Row()[1..2]; _ = new Row() is [_, .. var rest];", 0, 2),
        ("_ = new Bag { 1, 2 }; Bag a = [3];", 0, 3),
        ("int L() => M(1); L(); [Instrumented] static int Local() => 1; Local();", 1, 1),
        ("lock (_store) { M(M(1)); }", 2, 0),
    ];

    private static readonly Lazy<(Assembly Assembly, Compilation Compilation)> s_program = new(static () => GeneratorHarness.LoadCompiled(
        "CoverageTruth",
        [("Declarations.cs", Declarations), .. s_statements.Select(static (row, number) => ($"Statement{number}.cs", Caller(row.Text, number)))]));

    [Theory]
    [MemberData(nameof(Numbered))]
    public async Task Statement_IsMeasuredAsOftenAsTheEmbeddedNumbersSay(int number, string statement, int measured, int open)
    {
        var assembly = s_program.Value.Assembly;
        Assert.True((measured, open) == Embedded(assembly, $"Statement{number}.cs"), $"{statement}: embedded are {Embedded(assembly, $"Statement{number}.cs")}");

        var caller = Activator.CreateInstance(assembly.GetType($"Caller{number}")!)!;
        var before = await RecordedAsync();
        await (Task)caller.GetType().GetMethod("CallAsync")!.Invoke(caller, [])!;
        Assert.Equal(measured, await RecordedAsync() - before);
    }

    [Fact]
    public async Task Sentence_SaysTheSumOfTheEmbeddedNumbers()
    {
        var diagnostics = await s_program.Value.Compilation.WithAnalyzers([new CoverageSummaryAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        var (measured, open) = (s_statements.Sum(static row => row.Measured), s_statements.Sum(static row => row.Open));
        Assert.StartsWith($"{measured} of {measured + open} calls of instrumented methods are measured; {open} are not: ", Assert.Single(diagnostics).GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryCallThatIsNotMeasured_IsWarnedOf()
    {
        var diagnostics = await s_program.Value.Compilation.WithAnalyzers([new CallIsNotMeasuredAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        const int leftAlone = 1, refusedWhereDeclared = 1;
        Assert.Equal(s_statements.Sum(static row => row.Open) - leftAlone - refusedWhereDeclared, diagnostics.Count(static diagnostic => diagnostic.Id == "INS1001"));
    }

    public static IEnumerable<object[]> Numbered() => s_statements.Select(static (row, number) => new object[] { number, row.Text, row.Measured, row.Open });

    private static string Caller(string statement, int number) => $$"""
        #pragma warning disable CS1998, CS8321, CS0162, CS0219
        public sealed class Caller{{number}} : Sample
        {
            public async Task CallAsync()
            {
                {{statement}}
            }
        }
        """;

    private static (int Measured, int Open) Embedded(Assembly assembly, string file)
    {
        var json = JsonDocument.Parse(assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "Instrumentation.Coverage").Value!).RootElement;
        var position = json.GetProperty("files").EnumerateArray().ToList().FindIndex(name => name.GetString() == file);
        var rows = json.GetProperty("types").EnumerateArray()
            .SelectMany(static type => type.GetProperty("calls").EnumerateObject())
            .SelectMany(static method => method.Value.EnumerateArray())
            .Select(static row => row.ValueKind == JsonValueKind.Number ? [row.GetInt32(), 1, 0] : row.EnumerateArray().Select(static number => number.GetInt32()).ToArray())
            .Where(row => row[0] == position).ToList();
        return (rows.Sum(static row => row[1] + row[2]), rows.SelectMany(static row => row.Skip(3).Where(static (_, index) => index % 2 == 1)).Sum());
    }

    private static async Task<int> RecordedAsync() => (await Scraped.TextAsync()).Split('\n')
        .Where(static line => line.StartsWith("call_duration_seconds_count{assembly=\"CoverageTruth\"", StringComparison.Ordinal))
        .Sum(static line => int.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture));
}
