using System.Globalization;
using Instrumentation.Generator.Tests.Infrastructure;
using Instrumentation.Shapes.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Shapes.Tests;

/// <summary>Code around ours that takes its names, its culture or its usings away.</summary>
public sealed class HostileSurroundingsTests
{
    private const string Members = """
        [Instrumented("{m}_seconds", Buckets = [0.5, 1.5, 1e3])] [Tag("kind", From = "kind")] [SpanTag("ratio", From = "ratio")] [return: Tag("even", From = "result % 2 == 0")]
        public int Work(DayOfWeek kind, double ratio = 1.25, decimal price = 2.5m) => (int)(ratio * 4) + (int)price;
        [MetricCounter("{m}_total")] [MetricHistogram("{m}_size", Value = "size * 0.25", Buckets = [0.25, 12345.678])]
        public async global::System.Threading.Tasks.Task<int> WorkAsync(int size) { await global::System.Threading.Tasks.Task.Yield(); return size; }
        [MetricCounter("{m}_steps_total")] public global::System.Collections.Generic.IEnumerable<int> Steps() { yield return 1; }
        """;

    private const string Calls = "Log.Add(Log.Show(x.Work(DayOfWeek.Friday))); Log.Add(Log.Show(await x.WorkAsync(4))); foreach (var step in x.Steps()) { Log.Add(Log.Show(step)); }";

    private static readonly (string, int)[] s_expected = [("seconds_count", 1), ("total", 1), ("size_count", 1), ("steps_total", 1)];

    [Theory]
    [InlineData("System")]
    [InlineData("System.Diagnostics")]
    [InlineData("Instrumentation")]
    [InlineData("Instrumentation.Weaving")]
    [InlineData("Instrumentation.Interceptors")]
    [InlineData("Metrics")]
    [InlineData("App.System.Metrics")]
    [InlineData("App.Instrumentation")]
    [InlineData("global_.@event.@class")]
    public Task RootNamespace_OfAnyName_Compiles(string space) => Subject.RunAsync(
        $"namespace {space} {{ public interface IWorker {{ int Work(DayOfWeek kind, double ratio = 1.25, decimal price = 2.5m); }} public class Worker : IWorker {{ {Members} }} }}",
        $"var x = new {space}.Worker(); {Calls}",
        s_expected);

    [Theory]
    [InlineData("Task")]
    [InlineData("ValueTask")]
    [InlineData("Activity")]
    [InlineData("Stopwatch")]
    [InlineData("Exception")]
    [InlineData("Func")]
    [InlineData("Type")]
    [InlineData("Counter")]
    [InlineData("CallScope")]
    [InlineData("MetricRegistry")]
    [InlineData("Outcomes")]
    [InlineData("System")]
    [InlineData("Instrumentation")]
    [InlineData("InterceptsLocationAttribute")]
    public Task Type_OfOneOfOurNames_IsLeftAlone(string name) => Subject.RunAsync(
        $"namespace Mine {{ public class {name} {{ public int Value = 4; }} public class Worker {{ {Members} [MetricCounter(\"{{m}}_own_total\")] public {name} Own({name} value) => value; }} }}",
        $"var x = new Mine.Worker(); {Calls} Log.Add(Log.Show(x.Own(new Mine.{name}()).Value));",
        [.. s_expected, ("own_total", 1)]);

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    public async Task Culture_OfAnyKind_ChangesNeitherTheCodeNorTheNumbers(string culture)
    {
        var source = GeneratorHarness.GlobalUsings + "public interface I { int info(); } public class Idle : I { [Instrumented(\"info_in_seconds\", Buckets = [0.25, 1e-7, 12345.678])] [MetricHistogram(\"ıi_ratio\", Value = \"-0.5\")] [Tag(\"ID\", Values = [\"-1\", \"2\"], From = \"INFO\")] public int Info(int INFO = -1) => 1; public int info() => Info(); }";
        var invariant = Generated(source);
        var (before, beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(invariant, Generated(source));
            await Subject.RunAsync($"public class Worker {{ {Members} }}", $"var x = new Worker(); {Calls}", s_expected);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }

    [Fact]
    public Task Names_ThatWouldMeetInGeneratedCode_StayApart() => Subject.RunAsync(
        """
        public class S
        {
            [Instrumented("{m}_get_seconds")] [Tag("user_name", From = "a > 1")] public int Get(int a) => a;
            [Instrumented("{m}_user_seconds")] [Tag("name", From = "a > 1")] public int GetUser(int a) => a;
            [MetricCounter("{m}_upper_total")] [Tag("x", From = "a > 1")] public int Run(int a) => a;
            [MetricCounter("{m}_lower_total")] [Tag("x", From = "a > 1")] public int run(int a) => a;
            [MetricCounter("{m}_overload_total")] public int Run(string a) => 1;
            [MetricCounter("{m}_numbered_total")] public int Run2(string a) => 1;
            [MetricCounter("{m}_a_b_total")] [MetricCounter("{m}_aB_total")] [Tag("user_id", From = "a > 1")] [Tag("userId", From = "a > 2")] [SpanTag("user.id", From = "a")] [SpanTag("user-id", From = "a.ToString()")] public int Twice(int a) => a;
        }
        """,
        "var x = new S(); x.Get(1); x.GetUser(1); x.Run(1); x.run(1); x.Run(\"\"); x.Run2(\"\"); x.Twice(1);",
        ("get_seconds_count", 1), ("user_seconds_count", 1), ("upper_total", 1), ("lower_total", 1), ("overload_total", 1), ("numbered_total", 1), ("a_b_total", 1), ("aB_total", 1));

    [Fact]
    public void NoImplicitUsings_Compiles()
    {
        var compilation = GeneratorHarness.Compile(("Source.cs", $$"""
            #pragma warning disable CS1591
            using Instrumentation;
            using DayOfWeek = System.DayOfWeek;
            public class Worker { {{Members.Replace("{m}", "bare", StringComparison.Ordinal)}} public object Call() => (Work(DayOfWeek.Friday), WorkAsync(1), Steps()); }
            """));
        Assert.NotEmpty(GeneratorHarness.Run(compilation, out _).GetRunResult().GeneratedTrees);
    }

    private static IReadOnlyList<string> Generated(string source)
    {
        var driver = GeneratorHarness.Run(GeneratorHarness.Compile("Culture", OutputKind.DynamicallyLinkedLibrary, ("Source.cs", source)), out _);
        return [.. driver.GetRunResult().GeneratedTrees.Select(static tree => tree.ToString())];
    }
}
